/* SPDX-License-Identifier: Apache-2.0 */
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest, Offer, Progress, Vote } from "../../../api/types";
import { Duration } from "../../../components/text/Duration";
import { period } from "../../../components/text/timeWords";
import { personText } from "../../../components/text/Person";
import { readable } from "../ask/durations";
import { isFor, type Names } from "../names";

type RequestDetailsProps = {
  request: AccessRequest;
  offers: Offer[];
  names: Names;
};

const Detail = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{name}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** While the request waits, approvers have no names here. */
type OwnVote = Omit<Vote, "approver"> & { approver: Vote["approver"] | null };

type VoiceProps = {
  vote: OwnVote;
  /** The duration that was asked for. */
  asked: string;
  seats: Progress[];
  names: Names;
};

const Voice = ({ vote, asked, seats, names }: VoiceProps) => {
  const { t, i18n } = useTranslation();
  const who = vote.approver
    ? personText(vote.approver)
    : names.group(vote.group, seats);
  return (
    <div style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
      {vote.decision === "APPROVE" && vote.duration && vote.duration !== asked
        ? t("dataAccessVote.SHORTENED", {
            who,
            duration: period(vote.duration, i18n.language),
          })
        : t(`dataAccessVote.${vote.decision}`, { who })}
      {vote.comment && `: ${vote.comment}`}
    </div>
  );
};

export const RequestDetails = ({
  request,
  offers,
  names,
}: RequestDetailsProps) => {
  const { t } = useTranslation();
  const { subject, requester, ticket, votes } = request;
  const contact = offers.find(isFor(request))?.contact;
  return (
    <DescriptionList columnModifier={{ default: "1Col", lg: "2Col" }}>
      <Detail name={t("dataAccessPurpose")}>
        {names.purpose(request.purpose)}
      </Detail>
      <Detail name={t("dataAccessAskedFor")}>
        <Duration of={readable(request.requestedDuration)} />{" "}
        {request.urgent && (
          <Label color="orange" isCompact>
            {t("dataAccessUrgent")}
          </Label>
        )}
      </Detail>
      <Detail name={t("dataAccessJustification")}>
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {request.justification}
        </span>
      </Detail>
      {ticket && <Detail name={t("dataAccessTicket")}>{ticket}</Detail>}
      <Detail name={t("dataAccessAskedOn")}>
        {names.moment(request.createdAt)}
      </Detail>
      {subject.id !== requester.id && (
        <Detail name={t("dataAccessFor")}>{subject.username}</Detail>
      )}
      {votes.length > 0 && (
        <Detail name={t("dataAccessVotes")}>
          {votes.map((vote) => (
            <Voice
              key={vote.votedAt}
              vote={vote}
              asked={request.requestedDuration}
              seats={request.progress}
              names={names}
            />
          ))}
        </Detail>
      )}
      <Detail name={t("dataAccessScope")}>{request.scope}</Detail>
      {contact && <Detail name={t("dataAccessContact")}>{contact}</Detail>}
    </DescriptionList>
  );
};
