/* SPDX-License-Identifier: Apache-2.0 */
import { useStoredState } from "@keycloak/keycloak-ui-shared";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSearchParams } from "react-router-dom";

/**
 * Where a list stands: search, filters of these names and page are in the address, so that going back, reloading and
 * bookmarks find it again. The page size is remembered for all lists, Keycloak's included.
 */
export const usePaging = <Name extends string = never>(...names: Name[]) => {
  const [address, setAddress] = useSearchParams();
  const [max, setMax] = useStoredState(localStorage, "pageSize", 10);
  const first = Math.max(0, Number(address.get("first")) || 0);
  const search = address.get("search") ?? "";
  const filters = Object.fromEntries(
    names.map((name) => [name, address.get(name)]).filter(([, value]) => value),
  ) as Partial<Record<Name, string>>;

  /** Nothing takes it out of the address; what is not named stays. */
  const change = (changes: Record<string, string>, replace = false) => {
    setAddress(
      (before) => {
        Object.entries(changes).forEach(([name, value]) => {
          if (value) {
            before.set(name, value);
          } else {
            before.delete(name);
          }
        });
        return before;
      },
      { replace },
    );
  };
  const setFirst = (from: number, replace = false) => {
    change({ first: from > 0 ? String(from) : "" }, replace);
  };

  return {
    first,
    max,
    search,
    filters,
    isFiltered: Object.keys(filters).length > 0,
    /** To be asked of the server: one row more than shown tells whether there is a next page. */
    query: { ...filters, first, max: max + 1, ...(search && { search }) },
    setFirst,
    /** Goes back to the last page that can have rows, when this one has none; the address keeps no trace of it. */
    retreat: (total = 0) => {
      const last = Math.max(0, Math.floor((total - 1) / max) * max);
      setFirst(Math.min(first - max, last), true);
    },
    setPage: (from: number, size: number) => {
      setFirst(from);
      setMax(size);
    },
    setSearch: (text: string) => {
      change({ search: text, first: "" });
    },
    setFilter: (name: Name, value: string) => {
      change({ [name]: value, first: "" });
    },
    clear: () => {
      change(
        Object.fromEntries([...names, "search", "first"].map((n) => [n, ""])),
      );
    },
  };
};

export type Paging = Omit<
  ReturnType<typeof usePaging>,
  "filters" | "query" | "setFilter"
>;

/**
 * Whether the page lies behind the last row, as its rows were decided meanwhile: then it goes to the last one that has
 * rows, once it is known how many there are.
 */
export const usePastEnd = (
  { first, retreat }: Paging,
  rows: UseQueryResult<unknown[]>,
  total: UseQueryResult<number>,
) => {
  const isPast =
    first > 0 &&
    rows.isSuccess &&
    !rows.isPlaceholderData &&
    rows.data.length === 0;
  const mayGo = isPast && !total.isPending && !total.isPlaceholderData;
  useEffect(() => {
    if (mayGo) {
      retreat(total.data);
    }
    // With each page that turns out empty, and no more often.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mayGo, first]);
  return isPast;
};
