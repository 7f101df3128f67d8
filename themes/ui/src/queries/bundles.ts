/* SPDX-License-Identifier: Apache-2.0 */
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type BundleFilter,
  countBundles,
  countRequests,
  fetchBundles,
} from "../api/bundles";
import { uncut } from "../api/rows";
import type { AccessRequest } from "../api/types";
import { key, useApi } from "./api";

/** How often an open queue looks for what is new; not while its tab is hidden. */
const SOON = 15_000;

/** @param isHeld somebody is at work on the rows: they stay as they are until asked for */
export const useBundles = (filter: BundleFilter, isHeld = false) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "bundles", filter),
    queryFn: () => fetchBundles(api, filter),
    placeholderData: keepPreviousData,
    refetchInterval: isHeld ? false : SOON,
    refetchOnWindowFocus: !isHeld,
  });
};

/** How many there are on all pages; followed also while the rows are held. */
export const useBundleCount = (page: BundleFilter) => {
  const api = useApi();
  const filter = uncut(page);
  return useQuery({
    queryKey: key(api, "bundles", "count", filter),
    queryFn: () => countBundles(api, filter),
    placeholderData: keepPreviousData,
    refetchInterval: SOON,
  });
};

/** How many requests are in the bundles of all pages. */
export const useRequestCount = (page: BundleFilter) => {
  const api = useApi();
  const filter = uncut(page);
  return useQuery({
    queryKey: key(api, "requests", "count", filter),
    queryFn: () => countRequests(api, filter),
    placeholderData: keepPreviousData,
    refetchInterval: SOON,
  });
};

/** How many requests wait for the caller's decision; asked for approvers only. */
export const useWaiting = (isApprover: boolean) => {
  const api = useApi();
  const waiting = { status: "PENDING", decidable: true } as const;
  return useQuery({
    queryKey: key(api, "requests", "count", waiting),
    queryFn: () => countRequests(api, waiting),
    enabled: isApprover,
    refetchInterval: SOON,
  });
};

/** More than anybody can have pending at once. */
const ALL_OF_ONE_PERSON = 100;

/** For one that is in no row any more, as the server makes rows: filed together, or by one person for one subject and one ticket. */
const belongsTo = (request: AccessRequest) => (other: AccessRequest) =>
  other.requester.id === request.requester.id &&
  other.subject.id === request.subject.id &&
  other.ticket === request.ticket &&
  (request.ticket !== null || other.bundle === request.bundle);

/** What waits and belongs to this request, without itself: decided together with it as long as it waits as well. */
export const useBundleOf = (request: AccessRequest) => {
  const api = useApi();
  const { username } = request.subject;
  return useQuery({
    queryKey: key(api, "bundles", "of", username),
    queryFn: () =>
      fetchBundles(api, {
        status: "PENDING",
        subject: username,
        first: 0,
        max: ALL_OF_ONE_PERSON,
      }),
    placeholderData: keepPreviousData,
    select: (bundles) =>
      (
        bundles
          .map(({ requests }) => requests)
          .find((requests) => requests.some(({ id }) => id === request.id)) ??
        bundles.flatMap(({ requests }) => requests).filter(belongsTo(request))
      ).filter(({ id }) => id !== request.id),
  });
};

/** What comes next in a list, and how many requests wait in all, whatever the list is filtered by. */
export type NextWaiting = { id: string | undefined; waiting: number };

/** Finds what waits for the caller's decision after these requests, asking the server anew. */
export const useNextWaiting = () => {
  const api = useApi();
  const queries = useQueryClient();
  return async (
    filter: Omit<BundleFilter, "first" | "max">,
    after: ReadonlySet<string>,
  ): Promise<NextWaiting> => {
    const waiting = { status: "PENDING", decidable: true } as const;
    const page = { ...filter, ...waiting, first: 0, max: after.size + 1 };
    const [bundles, count] = await Promise.all([
      queries.query({
        queryKey: key(api, "bundles", "next", page),
        queryFn: () => fetchBundles(api, page),
      }),
      queries.query({
        queryKey: key(api, "requests", "count", waiting),
        queryFn: () => countRequests(api, waiting),
      }),
    ]);
    const ids = bundles
      .map(({ requests }) => requests.map(({ id }) => id))
      .find((row) => !row.some((id) => after.has(id)));
    return { id: ids?.[0], waiting: count };
  };
};
