/* SPDX-License-Identifier: Apache-2.0 */
import { Icon, List, ListItem } from "@patternfly/react-core";
import { CheckCircleIcon, TimesCircleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { AccessRequest, Vote } from "../../../../api/types";
import { groupName } from "../../../../components/text/groupName";
import { personText } from "../../../../components/text/Person";
import { RelativeTime } from "../../../../components/text/RelativeTime";
import { period } from "../../../../components/text/timeWords";
import { Approvals } from "../list/Cells";

type LineProps = { vote: Vote; request: AccessRequest };

const Line = ({ vote, request }: LineProps) => {
  const { t, i18n } = useTranslation();
  const approves = vote.decision === "APPROVE";
  return (
    <ListItem
      icon={
        <Icon status={approves ? "success" : "danger"} isInline>
          {approves ? <CheckCircleIcon /> : <TimesCircleIcon />}
        </Icon>
      }
    >
      <div>
        {t(`dataAccessVoted.${vote.decision}`, {
          who: vote.approver
            ? personText(vote.approver)
            : t("dataAccessHiddenVoter"),
        })}
        {vote.group &&
          ` ${t("dataAccessForGroup", { group: groupName(vote.group, request.progress) })}`}
        {vote.duration &&
          ` ${t("dataAccessShortened", { duration: period(vote.duration, i18n.language) })}`}{" "}
        (<RelativeTime at={vote.votedAt} />)
        {approves && !vote.counts && (
          <div>{t("dataAccessVoteDoesNotCount")}</div>
        )}
        {vote.comment && (
          <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {vote.comment}
          </div>
        )}
      </div>
    </ListItem>
  );
};

/** What is still missing, and what others have said. */
export const Votes = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return (
    <>
      <Approvals request={request} />
      {request.votes.length > 0 ? (
        <List
          isPlain
          className="pf-v5-u-mt-sm"
          aria-label={t("dataAccessVotes")}
        >
          {request.votes.map((vote) => (
            <Line
              key={`${vote.votedAt}${vote.decision}`}
              vote={vote}
              request={request}
            />
          ))}
        </List>
      ) : (
        <div className="pf-v5-u-color-200">
          {t(
            request.status === "PENDING"
              ? "dataAccessNoVotesYet"
              : "dataAccessNoVotes",
          )}
        </div>
      )}
    </>
  );
};
