/* SPDX-License-Identifier: Apache-2.0 */
import {
  KeycloakSpinner,
  ListEmptyState,
  PaginatingTableToolbar,
} from "@keycloak/keycloak-ui-shared";
import { ToolbarItem } from "@patternfly/react-core";
import { CheckCircleIcon } from "@patternfly/react-icons";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../../../api/ApiError";
import type { Me } from "../../../../api/types";
import { Freshness } from "../../../../components/table/Freshness";
import { Kept } from "../../../../components/Kept";
import { Search } from "../../../../components/table/Search";
import { isBeyond } from "../../../../components/text/useCounted";
import { usePastEnd } from "../../../../components/table/usePaging";
import {
  useBundleCount,
  useBundles,
  useRequestCount,
} from "../../../../queries/bundles";
import { BundleTable } from "./BundleTable";
import { DenyTogether } from "../DenyTogether";
import { Filters } from "./Filters";
import { canWait, useListState } from "./listState";

type ApprovalsListProps = {
  me: Me;
  onLogin: (challenge: Challenge) => unknown;
  /** The selected ones were denied, or not after all. */
  onDecided: () => void;
};

const NONE: ReadonlySet<string> = new Set();

export const ApprovalsList = ({
  me,
  onLogin,
  onDecided,
}: ApprovalsListProps) => {
  const { t } = useTranslation();
  const id = useId();
  const list = useListState(me.approver ? "waiting" : "pending");
  const [chosen, setChosen] = useState(NONE);
  const isHeld = chosen.size > 0;
  const bundles = useBundles(list.query, isHeld);
  const total = useBundleCount(list.query);
  const requests = useRequestCount(list.query);
  const unsearched = useRequestCount({ ...list.query, search: undefined });
  const rows = (bundles.data ?? []).slice(0, list.paging.max);
  // Whatever has left the list since is not selected any more.
  const selected = new Set(
    rows.map(({ key }) => key).filter((key) => chosen.has(key)),
  );
  const nothing = bundles.isSuccess && rows.length === 0;
  const none = me.approver || me.auditor || me.policyAdmin ? list.show : "seen";
  if (usePastEnd(list.paging, bundles, total)) {
    return <KeycloakSpinner />;
  }
  return (
    <PaginatingTableToolbar
      id={id}
      count={bundles.data?.length ?? 0}
      first={list.paging.first}
      max={list.paging.max}
      onNextClick={list.paging.setFirst}
      onPreviousClick={list.paging.setFirst}
      onPerPageSelect={list.paging.setPage}
      inputGroupName={`${id}input`}
      searchTypeComponent={
        <Search
          // Anew when the address says something else, as after going back.
          key={list.paging.search}
          value={list.paging.search}
          placeholder={t("dataAccessSearchRequests")}
          onSearch={list.paging.setSearch}
        />
      }
      toolbarItem={
        <>
          <Filters list={list} isApprover={me.approver} />
          {me.approver && canWait(list.show) && !nothing && (
            <DenyTogether
              bundles={rows}
              selected={selected}
              me={me}
              onLogin={onLogin}
              onDecided={() => {
                setChosen(NONE);
                onDecided();
              }}
            />
          )}
          <ToolbarItem variant="separator" />
          <Freshness
            query={bundles}
            total={total}
            requests={requests}
            // What one has decided oneself is no news: those rows have gone.
            isHeld={selected.size > 0}
            isCut={list.paging.search !== "" && isBeyond(unsearched.data)}
          />
        </>
      }
    >
      <Kept query={bundles}>
        {() =>
          nothing ? (
            <ListEmptyState
              isSearchVariant={list.isFiltered}
              icon={CheckCircleIcon}
              message={t(
                list.isFiltered
                  ? "dataAccessNothingFound"
                  : `dataAccessNone.${none}`,
              )}
              instructions={t(
                list.paging.search
                  ? "dataAccessSearched.requests"
                  : list.isFiltered
                    ? "dataAccessFiltered"
                    : `dataAccessNoneInstructions.${none}`,
              )}
              {...(list.isFiltered && {
                primaryActionText: t("dataAccessClearFilters"),
                onPrimaryAction: list.paging.clear,
              })}
            />
          ) : (
            <BundleTable
              bundles={rows}
              selected={
                me.approver && canWait(list.show) ? selected : undefined
              }
              onSelect={setChosen}
            />
          )
        }
      </Kept>
    </PaginatingTableToolbar>
  );
};
