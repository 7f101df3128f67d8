/* SPDX-License-Identifier: Apache-2.0 */
import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useSearchParams } from "react-router-dom";
import type { Paging } from "../../../components/usePaging";

/** What one may look for, by the name it has in the address and in the REST API. */
export const FILTERS = ["search", "subject", "clientId", "scope"] as const;

export type FilterName = (typeof FILTERS)[number];

export type Filters = Partial<Record<FilterName, string>>;

/** Filters and page of a list as its address says: bookmarks, the back button and a reload lead to the same rows. */
export const useGrantSearch = () => {
  const [address, setAddress] = useSearchParams();
  const [max, setMax] = useStoredState(localStorage, "pageSize", 10);
  const first = Math.max(0, Number(address.get("first")) || 0);
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = address.get(name);
    if (value) {
      filters[name] = value;
    }
  }

  const change = (changes: Filters & { first?: number }) => {
    const next = Object.entries({ ...filters, first: 0, ...changes })
      .filter(([, value]) => value !== "" && value !== 0)
      .map(([name, value]) => [name, String(value)]);
    setAddress(Object.fromEntries(next) as Record<string, string>);
  };

  const setFirst: Paging["setFirst"] = (from) => {
    change({ first: typeof from === "function" ? from(first) : from });
  };
  const paging: Paging = {
    first,
    max,
    search: filters.search ?? "",
    query: { first, max: max + 1, ...filters },
    setFirst,
    setPage: (from, size) => {
      setMax(size);
      setFirst(from);
    },
    setSearch: (search) => {
      change({ search });
    },
  };
  return {
    filters,
    paging,
    setFilter: (name: FilterName, value: string) => {
      change({ [name]: value });
    },
    clear: () => {
      setAddress({});
    },
  };
};

export type GrantSearch = ReturnType<typeof useGrantSearch>;
