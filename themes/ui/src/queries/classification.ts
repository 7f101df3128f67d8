/* SPDX-License-Identifier: Apache-2.0 */
import { useQuery } from "@tanstack/react-query";
import { fetchClassification } from "../api/classification";
import { key, useApi } from "./api";

export const useClassification = () => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "classification"),
    queryFn: () => fetchClassification(api),
  });
};
