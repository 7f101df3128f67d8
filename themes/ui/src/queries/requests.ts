/* SPDX-License-Identifier: Apache-2.0 */
import { useQuery } from "@tanstack/react-query";
import { fetchRequest } from "../api/requests";
import { key, useApi } from "./api";

export const useRequest = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "requests", id),
    queryFn: () => fetchRequest(api, id),
  });
};
