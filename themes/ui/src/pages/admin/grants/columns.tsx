/* SPDX-License-Identifier: Apache-2.0 */
import { ActionsColumn } from "@patternfly/react-table";
import { applicationText } from "../../../components/text/applicationText";
import type { TFunction } from "i18next";
import { toRequest } from "../../../admin/paths";
import type { Grant } from "../../../api/types";
import type { Column } from "../../../components/table/PagedTable";
import { Person } from "../../../components/text/Person";
import { Purpose } from "../../../components/text/Purpose";
import { TextLink } from "../../../components/TextLink";
import { EndedBy, EndReason, Ends } from "./Ends";
import { Moment } from "../../../components/text/Moment";
import { OpenedData } from "./OpenedData";

/** What is to be seen of a grant in any list. */
const common = (t: TFunction, realm: string): Column<Grant>[] => [
  {
    title: t("dataAccessSubject"),
    cell: ({ subject, requestId }) => (
      <TextLink to={toRequest({ realm, id: requestId })}>
        <Person of={subject} />
      </TextLink>
    ),
  },
  {
    title: t("dataAccessData"),
    cell: ({ categories }) => <OpenedData categories={categories} />,
  },
  { title: t("dataAccessApplication"), cell: applicationText },
  {
    title: t("dataAccessPurpose"),
    cell: ({ purpose }) => <Purpose of={purpose} />,
  },
  {
    title: t("dataAccessApproved"),
    cell: ({ approvedAt }) => <Moment at={approvedAt} />,
  },
];

const actions = (
  t: TFunction,
  onRevoke: (grant: Grant) => void,
): Column<Grant> => ({
  title: t("dataAccessActions"),
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
});

/** Without a column of actions where the reader can take none. */
export const runningColumns = (
  t: TFunction,
  realm: string,
  grants: Grant[],
  onRevoke: (grant: Grant) => void,
): Column<Grant>[] => [
  ...common(t, realm),
  {
    title: t("dataAccessEnds"),
    cell: (grant) => <Ends grant={grant} />,
  },
  ...(grants.some(({ revocable }) => revocable) ? [actions(t, onRevoke)] : []),
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
    cell: (grant) => <EndedBy grant={grant} />,
  },
  {
    title: t("dataAccessEndReason"),
    cell: (grant) => <EndReason grant={grant} />,
  },
];
