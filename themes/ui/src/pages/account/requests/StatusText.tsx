/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import { endKey } from "../../../components/text/endKey";
import { endOfAccess } from "../access/end";
import type { Names } from "../names";
import { Extension } from "./Extension";
import { TimeLeft } from "./TimeLeft";

type StatusTextProps = { request: AccessRequest; names: Names };

const Pending = ({ request, names }: StatusTextProps) => {
  const { t } = useTranslation();
  const { extended, requestedDuration } = request;
  return (
    <>
      {request.progress.map(({ group, required, given }) => (
        <div key={group}>
          {t("dataAccessProgress", {
            group: names.group(group, request.progress),
            given,
            required,
          })}
        </div>
      ))}
      {extended && (
        <Extension
          until={extended.until}
          duration={requestedDuration}
          names={names}
        />
      )}
      <TimeLeft
        until={request.expiresAt}
        text="dataAccessWaits"
        over="dataAccessWaitedTooLong"
      />
    </>
  );
};

/** What matters most about a request, without opening it. */
export const StatusText = ({ request, names }: StatusTextProps) => {
  const { t } = useTranslation();
  const { status, votes, closedAt } = request;
  switch (status) {
    case "PENDING":
      return <Pending request={request} names={names} />;
    case "APPROVED":
      return <div>{endOfAccess(request, names, t)}</div>;
    case "DENIED":
      return votes
        .filter(({ decision }) => decision === "DENY")
        .map(({ comment, votedAt }) => (
          <div
            key={votedAt}
            style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}
          >
            {comment}
          </div>
        ));
    default:
      return (
        <div>
          {t(endKey("dataAccessClosed", request), {
            date: names.moment(closedAt ?? request.expiresAt),
          })}
        </div>
      );
  }
};
