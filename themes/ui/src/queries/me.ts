/* SPDX-License-Identifier: Apache-2.0 */
import { useQuery } from "@tanstack/react-query";
import { fetchMe } from "../api/me";
import { key, useApi } from "./api";

export const useMe = () => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "me"),
    queryFn: () => fetchMe(api),
    // Groups and roles seldom change; the server asks again at every call anyway.
    staleTime: 60_000,
  });
};
