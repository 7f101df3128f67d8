/* SPDX-License-Identifier: Apache-2.0 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchGrants, type GrantFilter } from "../api/grants";
import { key, useApi } from "./api";

export const useGrants = (filter: GrantFilter) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "grants", filter),
    queryFn: () => fetchGrants(api, filter),
    placeholderData: keepPreviousData,
  });
};
