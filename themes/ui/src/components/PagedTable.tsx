/* SPDX-License-Identifier: Apache-2.0 */
import {
  ListEmptyState,
  PaginatingTableToolbar,
} from "@keycloak/keycloak-ui-shared";
import { Button, ToolbarItem } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "./Loaded";
import { type Column, Rows } from "./Rows";
import type { Paging } from "./usePaging";

export type { Column } from "./Rows";

type PagedTableProps<T> = {
  /** Rows as asked for with `paging.query`. */
  query: UseQueryResult<T[]>;
  paging: Paging;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** What the list is, for screen readers. */
  label: string;
  /** Without it there is no search field. */
  searchPlaceholder?: string;
  /** Filters and buttons beside the search field. */
  toolbarItem?: ReactNode;
  /** Some filter is set, so that no rows do not mean that there are none. */
  isFiltered?: boolean;
  onClearFilters?: () => void;
  /** Shown instead of everything once the server said that there are no rows. */
  emptyState: ReactNode;
};

/** Looks and pages like Keycloak's own lists, which however hide behind the whole page when a load fails. */
export const PagedTable = <T,>({
  query,
  paging,
  columns,
  rowKey,
  label,
  searchPlaceholder,
  toolbarItem,
  isFiltered = false,
  onClearFilters,
  emptyState,
}: PagedTableProps<T>) => {
  const { t } = useTranslation();
  const id = useId();
  const searching = paging.search !== "" || isFiltered;
  const rows = query.data ?? [];
  const nothing = rows.length === 0;
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
      inputGroupPlaceholder={searchPlaceholder}
      inputGroupOnEnter={paging.setSearch}
      toolbarItem={
        <>
          {toolbarItem}
          <ToolbarItem variant="separator" />
          <ToolbarItem>
            <Button
              variant="link"
              icon={<SyncAltIcon />}
              onClick={() => void query.refetch()}
            >
              {t("refresh")}
            </Button>
          </ToolbarItem>
        </>
      }
    >
      <Loaded query={query}>
        {() =>
          nothing ? (
            <ListEmptyState
              isSearchVariant
              message={t("dataAccessNothingFound")}
              instructions={t("dataAccessNothingFoundInstructions")}
              {...(onClearFilters && {
                primaryActionText: t("dataAccessClearFilters"),
                onPrimaryAction: onClearFilters,
              })}
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
