/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import type { Grant } from "../../../api/types";
import { type Column, PagedTable } from "../../../components/PagedTable";
import { RelativeTime } from "../../../components/RelativeTime";
import { usePaging } from "../../../components/usePaging";
import { useGrants } from "../../../queries/grants";

export const GrantsTable = () => {
  const { t } = useTranslation();
  const paging = usePaging();
  const grants = useGrants({ ...paging.query, active: true });
  const columns: Column<Grant>[] = [
    { title: t("dataAccessSubject"), cell: (grant) => grant.subject.username },
    { title: t("dataAccessApplication"), cell: (grant) => grant.clientId },
    {
      title: t("dataAccessEnds"),
      cell: (grant) => <RelativeTime at={grant.approvedUntil} />,
    },
  ];
  return (
    <PagedTable
      query={grants}
      paging={paging}
      columns={columns}
      rowKey={(grant) => grant.id}
      label={t("dataAccessGrants")}
      emptyState={
        <ListEmptyState
          hasIcon={false}
          message={t("dataAccessNoGrants")}
          instructions={t("dataAccessNoGrantsInstructions")}
        />
      }
    />
  );
};
