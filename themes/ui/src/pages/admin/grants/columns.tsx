/* SPDX-License-Identifier: Apache-2.0 */
import { ActionsColumn } from "@patternfly/react-table";
import type { TFunction } from "i18next";
import { Link } from "react-router-dom";
import { toRequest } from "../../../admin/paths";
import type { Grant } from "../../../api/types";
import type { Column } from "../../../components/PagedTable";
import { Purpose } from "../../../components/Purpose";
import { OpenedData } from "./OpenedData";
import { Moment } from "./Moment";

/** What is to be seen of a grant in any list. */
const common = (t: TFunction, realm: string): Column<Grant>[] => [
  {
    title: t("dataAccessSubject"),
    cell: ({ subject, requestId }) => (
      <Link to={toRequest({ realm, id: requestId })}>{subject.username}</Link>
    ),
  },
  { title: t("dataAccessApplication"), cell: ({ clientId }) => clientId },
  {
    title: t("dataAccessData"),
    cell: ({ categories }) => <OpenedData categories={categories} />,
  },
  {
    title: t("dataAccessPurpose"),
    cell: ({ purpose }) => <Purpose of={purpose} />,
  },
  {
    title: t("dataAccessApproved"),
    cell: ({ approvedAt }) => <Moment at={approvedAt} />,
  },
];

export const runningColumns = (
  t: TFunction,
  realm: string,
  onRevoke: (grant: Grant) => void,
): Column<Grant>[] => [
  ...common(t, realm),
  {
    title: t("dataAccessEnds"),
    cell: ({ approvedUntil }) => <Moment at={approvedUntil} />,
  },
  {
    title: "",
    isAction: true,
    cell: (grant) =>
      grant.revocable && (
        <ActionsColumn
          items={[
            {
              title: t("dataAccessRevoke"),
              onClick: () => {
                onRevoke(grant);
              },
            },
          ]}
        />
      ),
  },
];

export const endedColumns = (t: TFunction, realm: string): Column<Grant>[] => [
  ...common(t, realm),
  {
    title: t("dataAccessEnded"),
    cell: ({ endedAt, approvedUntil }) => (
      <Moment at={endedAt ?? approvedUntil} />
    ),
  },
  {
    title: t("dataAccessEndedBy"),
    cell: ({ endedBy, endedAt }) =>
      endedBy?.username ??
      t(endedAt ? "dataAccessEndedByServer" : "dataAccessTimeRanOut"),
  },
  {
    title: t("dataAccessEndReason"),
    cell: ({ endReason }) => endReason ?? "—",
  },
];
