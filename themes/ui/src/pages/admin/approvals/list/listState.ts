/* SPDX-License-Identifier: Apache-2.0 */
import { useSearchParams } from "react-router-dom";
import type { BundleFilter } from "../../../../api/bundles";
import type { RequestStatus, Sensitivity } from "../../../../api/types";
import { usePaging } from "../../../../components/table/usePaging";

export const SHOWS = [
  "waiting",
  "pending",
  "approved",
  "denied",
  "cancelled",
  "expired",
  "all",
] as const;

export type Show = (typeof SHOWS)[number];

const STATUS: Record<Show, RequestStatus | undefined> = {
  waiting: "PENDING",
  pending: "PENDING",
  approved: "APPROVED",
  denied: "DENIED",
  cancelled: "CANCELLED",
  expired: "EXPIRED",
  all: undefined,
};

/** Whether what this shows may still be decided. */
export const canWait = (show: Show) =>
  ["PENDING", undefined].includes(STATUS[show]);

/** Keys of their names. */
export const SENSITIVITIES: Record<Sensitivity, string> = {
  PUBLIC: "dataAccessPublic",
  INTERNAL: "dataAccessInternal",
  CONFIDENTIAL: "dataAccessConfidential",
  RESTRICTED: "dataAccessRestricted",
};

const LEVELS = Object.keys(SENSITIVITIES) as Sensitivity[];

const level = (text: string | null | undefined) =>
  LEVELS.find((known) => known === text);

export const SORTS = ["urgency", "createdAt", "-createdAt", "expiresAt"];

/** What the list shows: which requests, filtered and sorted how. */
export const useListState = (usualShow: Show) => {
  const paging = usePaging("show", "sort", "sensitivity", "clientId");
  const { clientId = "" } = paging.filters;
  const sensitivity = level(paging.filters.sensitivity);
  const show =
    SHOWS.find((known) => known === paging.filters.show) ?? usualShow;
  const sort =
    SORTS.find((known) => known === paging.filters.sort) ?? "urgency";
  const status = STATUS[show];
  return {
    paging,
    show,
    sort,
    sensitivity: sensitivity ?? "",
    clientId,
    isFiltered: [paging.search, sensitivity, clientId].some(Boolean),
    query: {
      ...paging.query,
      show: undefined,
      sensitivity,
      ...(status && { status }),
      ...(show === "waiting" && { decidable: true }),
      sort,
    },
  };
};

export type ListState = ReturnType<typeof useListState>;

/** The filters under which the next request is looked for: those of the list one came from. */
export const useFilters = (): Omit<BundleFilter, "first" | "max"> => {
  const [address] = useSearchParams();
  const sensitivity = level(address.get("sensitivity"));
  const clientId = address.get("clientId");
  const search = address.get("search");
  return {
    ...(sensitivity && { sensitivity }),
    ...(clientId && { clientId }),
    ...(search && { search }),
  };
};
