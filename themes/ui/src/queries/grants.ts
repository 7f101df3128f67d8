/* SPDX-License-Identifier: Apache-2.0 */
import {
  keepPreviousData,
  useMutation,
  useQueries,
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
import type { Grant } from "../api/types";
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

/** Nobody has more at once. */
const ALL_OF_ONE_PERSON = 100;

/**
 * Until when these people have each access already, as far as the caller sees: what they ask for extends it. By
 * username, client id and scope.
 */
export const useRunning = (usernames: string[]) => {
  const api = useApi();
  return useQueries({
    queries: [...new Set(usernames)].sort().map((subject) => ({
      queryKey: key(api, "grants", "of", subject),
      queryFn: () =>
        fetchGrants(api, {
          active: true,
          subject,
          first: 0,
          max: ALL_OF_ONE_PERSON,
        }),
      staleTime: 60_000,
    })),
    combine: (answers) => {
      const grants = answers.flatMap(({ data }) => data ?? []);
      return ({ subject, clientId, scope }: Access) =>
        grants
          .filter(
            (grant) =>
              grant.subject.id === subject.id &&
              grant.clientId === clientId &&
              grant.scope === scope,
          )
          .map(({ approvedUntil }) => approvedUntil)
          .sort()
          .at(-1);
    },
  });
};

type Access = Pick<Grant, "subject" | "clientId" | "scope">;

/** Whatever comes of it, what was shown may be old: with one grant others of the same access end. */
export const useRevocation = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation<undefined, ApiError, Revocation>({
    mutationFn: async (revocation) => {
      await revokeGrant(api, revocation);
      return undefined;
    },
    onSettled: () =>
      queries.invalidateQueries({ queryKey: key(api, "grants") }),
  });
};
