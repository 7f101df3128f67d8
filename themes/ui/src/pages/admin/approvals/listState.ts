/* SPDX-License-Identifier: Apache-2.0 */
import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useSearchParams } from "react-router-dom";
import type { BundleFilter } from "../../../api/bundles";
import type { RequestStatus, Sensitivity } from "../../../api/types";

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

/** Keys of their names. */
export const SENSITIVITIES: Record<Sensitivity, string> = {
  PUBLIC: "dataAccessPublic",
  INTERNAL: "dataAccessInternal",
  CONFIDENTIAL: "dataAccessConfidential",
  RESTRICTED: "dataAccessRestricted",
};

export const SORTS = ["urgency", "createdAt", "-createdAt", "expiresAt"];

const FILTERS = ["sensitivity", "clientId", "search"] as const;

type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

const filters = (params: URLSearchParams): Filters =>
  Object.fromEntries(
    FILTERS.map((name) => [name, params.get(name)]).filter(
      ([, value]) => value,
    ),
  ) as Filters;

/** What the list shows; it stands in the address, so that going back, reloading and bookmarks find it again. */
export const useListState = (usualShow: Show) => {
  const [params, setParams] = useSearchParams();
  const [max, setMax] = useStoredState(localStorage, "pageSize", 10);
  const show = SHOWS.find((known) => known === params.get("show")) ?? usualShow;
  const sort = SORTS.find((known) => known === params.get("sort")) ?? "urgency";
  const first = Math.max(0, Number(params.get("first")) || 0);
  // The server gives 100 rows at most, and one more than shown tells whether there is a next page.
  const shown = Math.min(max, 99);
  const set = (name: string, value: string) => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.delete("first");
      after.delete(name);
      if (value) {
        after.set(name, value);
      }
      return after;
    });
  };
  const chosen = filters(params);
  const status = STATUS[show];
  return {
    show,
    sort,
    first,
    max: shown,
    chosen,
    search: chosen.search ?? "",
    isFiltered: Object.keys(chosen).length > 0,
    query: {
      ...chosen,
      ...(status && { status }),
      ...(show === "waiting" && { decidable: true }),
      sort,
      first,
      max: shown + 1,
    } as BundleFilter,
    set,
    clear: () => {
      setParams({ show });
    },
    setPage: (from: number, size = max) => {
      setMax(size);
      set("first", from > 0 ? String(from) : "");
    },
  };
};

export type ListState = ReturnType<typeof useListState>;

/** The filters under which the next request is looked for: those of the list one came from. */
export const useFilters = (): BundleFilter => {
  const [params] = useSearchParams();
  return filters(params) as BundleFilter;
};
