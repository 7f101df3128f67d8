/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GrantsTab } from "../../../admin/paths";
import type { Challenge } from "../../../api/ApiError";
import type { Grant } from "../../../api/types";
import { useNow } from "../../../components/login/clock";
import { readDraft } from "../../../components/draft";
import { PagedTable } from "../../../components/table/PagedTable";
import { usePaging } from "../../../components/table/usePaging";
import { useApi } from "../../../queries/api";
import { useGrantCount, useGrants } from "../../../queries/grants";
import { endedColumns, runningColumns } from "./columns";
import { FILTERS, GrantFilters } from "./GrantFilters";
import { draftOf, RevokeDialog, type Revoking } from "./RevokeDialog";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Which grants a tab holds, and in which order, as the server is asked for them. */
const useQueryOf = (tab: GrantsTab) => {
  // By the minute: with every tick of the clock the list would be another one.
  const minute = Math.floor(useNow() / MINUTE) * MINUTE;
  return {
    active: { active: true },
    ending: {
      active: true,
      endingBefore: new Date(minute + HOUR).toISOString(),
      sort: "approvedUntil",
    },
    ended: { active: false },
  }[tab];
};

const EMPTY: Record<GrantsTab, string> = {
  active: "dataAccessNoGrants",
  ending: "dataAccessNoneEnding",
  ended: "dataAccessNoneEnded",
};

type GrantsListProps = {
  tab: GrantsTab;
  /** The id of who looks at it. */
  person: string;
  onStepUp: (challenge: Challenge) => void;
};

export const GrantsList = ({ tab, person, onStepUp }: GrantsListProps) => {
  const { t } = useTranslation();
  const { realm } = useApi();
  const paging = usePaging(...FILTERS);
  const wanted = { ...useQueryOf(tab), ...paging.query };
  const grants = useGrants(wanted);
  const total = useGrantCount(wanted);
  const unsearched = useGrantCount({ ...wanted, search: undefined });
  const [revoking, setRevoking] = useState(
    () => readDraft(draftOf(person)) as Revoking | undefined,
  );
  const revoke = (grant: Grant) => {
    setRevoking({ grant, reason: "" });
  };
  const message = EMPTY[tab];
  return (
    <>
      {revoking && (
        <RevokeDialog
          {...revoking}
          person={person}
          onStepUp={onStepUp}
          onClose={() => {
            setRevoking(undefined);
          }}
        />
      )}
      <PagedTable
        query={grants}
        total={total}
        unsearched={unsearched}
        paging={paging}
        columns={
          tab === "ended"
            ? endedColumns(t, realm)
            : runningColumns(t, realm, grants.data ?? [], revoke)
        }
        rowKey={({ id }) => id}
        label={t("dataAccessGrants")}
        searchPlaceholder={t("dataAccessSearchGrants")}
        searched={t("dataAccessSearched.grants")}
        toolbarItem={
          <GrantFilters filters={paging.filters} onChange={paging.setFilter} />
        }
        emptyState={
          <ListEmptyState
            hasIcon={false}
            message={t(message)}
            instructions={t(`${message}Instructions`)}
          />
        }
      />
    </>
  );
};
