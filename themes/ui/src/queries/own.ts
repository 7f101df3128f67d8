/* SPDX-License-Identifier: Apache-2.0 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchOwnRequests } from "../api/own";
import type { Page } from "../api/rows";
import { key, useApi } from "./api";

export const useOwnRequests = (page: Page) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "requests", page),
    queryFn: () => fetchOwnRequests(api, page),
    placeholderData: keepPreviousData,
  });
};
