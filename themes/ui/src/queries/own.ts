/* SPDX-License-Identifier: Apache-2.0 */
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { ApiError } from "../api/ApiError";
import type { Api } from "../api/client";
import {
  cancelRequest,
  fetchOffers,
  fetchOwnGrants,
  fetchOwnRequest,
  fetchOwnRequests,
  fetchServiceAccounts,
  fileRequest,
  handBackGrant,
  remindApprovers,
  type ServiceAccount,
} from "../api/own";
import type { Page } from "../api/rows";
import { key, useApi } from "./api";

/** While somebody waits for a decision or for an end, the lists follow by themselves. */
const SOON = 15_000;

export const useOwnRequests = (page: Page) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "requests", page),
    queryFn: () => fetchOwnRequests(api, page),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.some(
        ({ status, grant }) => status === "PENDING" || grant?.active,
      )
        ? SOON
        : false,
  });
};

/** One that has ended, and does not change any more. */
export const useOwnRequest = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "request", id),
    queryFn: () => fetchOwnRequest(api, id),
  });
};

export const useOwnGrants = () => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "grants"),
    queryFn: () => fetchOwnGrants(api),
    refetchInterval: SOON,
  });
};

export const useOffers = () => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "offers"),
    queryFn: () => fetchOffers(api),
    refetchInterval: SOON,
  });
};

/** What may be asked for at the client of a service account; nothing is asked without one. */
export const useOffersFor = (account: ServiceAccount | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "offers", account?.username),
    queryFn: () => fetchOffers(api, account),
    enabled: account !== undefined,
  });
};

export const useServiceAccounts = () => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "own", "service-accounts"),
    queryFn: () => fetchServiceAccounts(api),
  });
};

/** Whatever comes of it, what the lists show may be old. */
const useChange = <Sent, Answer>(
  change: (api: Api, sent: Sent) => Promise<Answer>,
) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => change(api, sent),
    // Not waited for: the page says what came of it before its row may be gone.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: key(api, "own") });
    },
  });
};

export const useFiling = () => useChange(fileRequest);

export const useCancelling = () => useChange(cancelRequest);

export const useReminding = () => useChange(remindApprovers);

export const useHandingBack = () => useChange(handBackGrant);

export const useRefresh = () => {
  const api = useApi();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key(api, "own") });
};

export type Refusal = Pick<
  ApiError,
  "code" | "message" | "params" | "retryAfter"
>;

/** What the server refused; nothing when it did not answer at all. */
export const refusalOf = (error: Error): Refusal | undefined =>
  error instanceof ApiError ? error : undefined;
