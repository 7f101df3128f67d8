/* SPDX-License-Identifier: Apache-2.0 */
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../api/ApiError";
import { fetchRequest, fetchRequests } from "../api/requests";
import type { AccessRequest } from "../api/types";
import { key, useApi } from "./api";

export const useRequest = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: key(api, "requests", id),
    queryFn: () => fetchRequest(api, id),
  });
};

/** There is no such thing, or not for this caller. */
export const isMissing = (error: Error | null) =>
  error instanceof ApiError && error.status === 404;

/** The latest other requests of the same subject for the same access; one more than shown tells that there are more. */
export const useOtherRequests = (request: AccessRequest, max: number) => {
  const api = useApi();
  const { id, clientId, scope } = request;
  const filter = {
    subject: request.subject.username,
    clientId,
    scope,
    sort: "-createdAt",
    max: max + 2,
  };
  return useQuery({
    queryKey: key(api, "requests", "earlier", filter),
    queryFn: () => fetchRequests(api, filter),
    select: (found) => found.filter((other) => other.id !== id),
  });
};
