/* SPDX-License-Identifier: Apache-2.0 */
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { ApiError } from "../api/ApiError";
import {
  countGrants,
  fetchGrants,
  type GrantFilter,
  revokeGrant,
  type Revocation,
} from "../api/grants";
import { uncut } from "../api/rows";
import { key, useApi } from "./api";

export const useGrants = (filter: GrantFilter) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "grants", filter),
    queryFn: () => fetchGrants(api, filter),
    placeholderData: keepPreviousData,
  });
};

/** How many there are on all pages. */
export const useGrantCount = (page: GrantFilter) => {
  const api = useApi();
  const filter = uncut(page);
  return useQuery({
    queryKey: key(api, "grants", "count", filter),
    queryFn: () => countGrants(api, filter),
    placeholderData: keepPreviousData,
  });
};

/** Whatever comes of it, what was shown may be old: with one grant others of the same access end. */
export const useRevocation = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation<undefined, ApiError, Revocation>({
    mutationFn: async (revocation) => {
      await revokeGrant(api, revocation);
      return undefined;
    },
    // With the grants what waited for the same access has ended, and with it what one is told to decide.
    onSettled: async () => {
      for (const word of ["requests", "bundles"]) {
        void queries.invalidateQueries({ queryKey: key(api, word) });
      }
      await queries.invalidateQueries({ queryKey: key(api, "grants") });
    },
  });
};
