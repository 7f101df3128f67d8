/* SPDX-License-Identifier: Apache-2.0 */
import {
  KeycloakSpinner,
  ListEmptyState,
  PaginatingTableToolbar,
} from "@keycloak/keycloak-ui-shared";
import { ToolbarItem } from "@patternfly/react-core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../Loaded";
import { type Column, Rows } from "./Rows";
import { isBeyond } from "../text/useCounted";
import { Freshness } from "./Freshness";
import { Search } from "./Search";
import { type Paging, usePastEnd } from "./usePaging";

export type { Column } from "./Rows";

type PagedTableProps<T> = {
  /** Rows as asked for with `paging.query`. */
  query: UseQueryResult<T[]>;
  /** How many there are of them on all pages. */
  total: UseQueryResult<number>;
  /** How many there would be without the search. */
  unsearched?: UseQueryResult<number>;
  paging: Paging;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** What the list is, for screen readers. */
  label: string;
  /** Without it there is no search field. */
  searchPlaceholder?: string;
  /** What is searched and filtered, said when nothing is found. */
  searched: string;
  /** Filters and buttons beside the search field. */
  toolbarItem?: ReactNode;
  /** Shown instead of everything once the server said that there are no rows. */
  emptyState: ReactNode;
};

/** Looks and pages like Keycloak's own lists, which however hide behind the whole page when a load fails. */
export const PagedTable = <T,>({
  query,
  total,
  unsearched,
  paging,
  columns,
  rowKey,
  label,
  searchPlaceholder,
  searched,
  toolbarItem,
  emptyState,
}: PagedTableProps<T>) => {
  const { t } = useTranslation();
  const id = useId();
  const searching = paging.search !== "" || paging.isFiltered;
  const rows = query.data ?? [];
  const nothing = rows.length === 0;
  const isPast = usePastEnd(paging, query, total);
  if (isPast) {
    return <KeycloakSpinner />;
  }
  if (nothing && !searching && paging.first === 0) {
    return <Loaded query={query}>{() => emptyState}</Loaded>;
  }
  return (
    <PaginatingTableToolbar
      id={id}
      count={rows.length}
      first={paging.first}
      max={paging.max}
      onNextClick={paging.setFirst}
      onPreviousClick={paging.setFirst}
      onPerPageSelect={paging.setPage}
      inputGroupName={searchPlaceholder && `${id}input`}
      searchTypeComponent={
        searchPlaceholder && (
          <Search
            // Anew when the address says something else, as after going back.
            key={paging.search}
            value={paging.search}
            placeholder={searchPlaceholder}
            onSearch={paging.setSearch}
          />
        )
      }
      toolbarItem={
        <>
          {toolbarItem}
          <ToolbarItem variant="separator" />
          <Freshness
            query={query}
            total={total}
            isCut={paging.search !== "" && isBeyond(unsearched?.data)}
          />
        </>
      }
    >
      <Loaded query={query}>
        {() =>
          nothing ? (
            <ListEmptyState
              isSearchVariant
              message={t("dataAccessNothingFound")}
              instructions={
                paging.search === "" ? t("dataAccessFiltered") : searched
              }
              primaryActionText={t("dataAccessClearFilters")}
              onPrimaryAction={paging.clear}
            />
          ) : (
            <Rows
              rows={rows.slice(0, paging.max)}
              columns={columns}
              rowKey={rowKey}
              label={label}
            />
          )
        }
      </Loaded>
    </PaginatingTableToolbar>
  );
};
