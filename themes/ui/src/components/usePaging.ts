/* SPDX-License-Identifier: Apache-2.0 */
import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";

/** Where a list stands. The page size is remembered for all lists, Keycloak's included. */
export const usePaging = () => {
  const [max, setMax] = useStoredState(localStorage, "pageSize", 10);
  const [first, setFirst] = useState(0);
  const [search, setSearch] = useState("");
  return {
    first,
    max,
    search,
    /** To be asked of the server: one row more than shown tells whether there is a next page. */
    query: { first, max: max + 1, ...(search && { search }) },
    setFirst,
    setPage: (from: number, size: number) => {
      setFirst(from);
      setMax(size);
    },
    setSearch: (text: string) => {
      setFirst(0);
      setSearch(text);
    },
  };
};

export type Paging = ReturnType<typeof usePaging>;
