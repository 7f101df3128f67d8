/* SPDX-License-Identifier: Apache-2.0 */
import { useStoredState } from "@keycloak/keycloak-ui-shared";
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
  const change = (changes: Record<string, string>) => {
    setAddress((before) => {
      Object.entries(changes).forEach(([name, value]) => {
        if (value) {
          before.set(name, value);
        } else {
          before.delete(name);
        }
      });
      return before;
    });
  };
  const setFirst = (from: number) => {
    change({ first: from > 0 ? String(from) : "" });
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
