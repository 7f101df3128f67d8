/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { applicationText } from "../../../components/text/applicationText";
import type { AccessRequest, Grant } from "../../../api/types";
import { personText } from "../../../components/text/Person";
import type { Challenge } from "../../../api/ApiError";
import { endKey } from "../../../components/text/endKey";
import { useNow } from "../../../components/login/clock";
import { durationOf, period } from "../../../components/text/timeWords";
import type { Outcome } from "../../../queries/votes";
import { accessUntil, courseOf } from "../course";
import { worded } from "../../../components/text/serverWords";
import { useWords } from "../../../components/text/useWords";

/** What became of votes and requests, as somebody would say it. */
export const useSentences = () => {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const now = useNow();
  /** Who, what and where: it is read on another page, about somebody else perhaps. */
  const about = (request: AccessRequest) => ({
    subject: personText(request.subject),
    application: applicationText(request),
    data: words.data(request),
  });
  const voted = (after: AccessRequest) => {
    switch (after.status) {
      case "APPROVED":
        return t("dataAccessGranted", {
          ...about(after),
          until: after.grant
            ? words.moment(accessUntil(after, after.grant))
            : "",
        });
      case "PENDING":
        return t("dataAccessStillMissing", {
          ...about(after),
          missing: words.missing(after),
        });
      default:
        return t("dataAccessDenied", about(after));
    }
  };
  /** What has become of the access since, and what the gate says of it now. */
  const access = (request: AccessRequest, grant: Grant) => {
    const { endedAt, endedBy, endReason, approvedUntil } = grant;
    const running = courseOf(request, grant, now);
    return t(`dataAccessCourse.${running}`, {
      ...about(request),
      until: words.moment(
        running === "running" ? accessUntil(request, grant) : approvedUntil,
      ),
      at: words.moment(endedAt ?? approvedUntil),
      by: endedBy ? personText(endedBy) : "",
      reason: words.endReason(endReason),
    });
  };
  /** Who ended it, as far as the votes say. */
  const ended = (request: AccessRequest) => {
    const last = request.votes.at(-1);
    const by = last?.approver && personText(last.approver);
    return by && ["APPROVED", "DENIED"].includes(request.status)
      ? t(`dataAccessEnded.${request.status}.by`, { by })
      : t(endKey("dataAccessEnded", request));
  };
  return {
    voted,
    /** Several of one person at once. */
    decided: ([first, ...others]: [AccessRequest, ...AccessRequest[]]) =>
      t("dataAccessDecided", {
        ...about(first),
        count: others.length + 1,
      }),
    access,
    ended,
    /** @param of which of several it is about */
    login: ({ maxAge, acrValues }: Challenge, of?: AccessRequest) =>
      [
        maxAge !== undefined &&
          t(of ? "dataAccessLoginTooOld.for" : "dataAccessLoginTooOld", {
            ...(of && about(of)),
            age: period(durationOf(Number(maxAge)), i18n.language),
          }),
        acrValues &&
          t(
            of ? "dataAccessLoginTooWeak.for" : "dataAccessLoginTooWeak",
            of && about(of),
          ),
      ]
        .filter(Boolean)
        .join(" "),
    outcome: (outcome: Outcome) => {
      switch (outcome.kind) {
        case "voted":
          return voted(outcome.after);
        case "refused":
          return outcome.now && outcome.now.status !== "PENDING"
            ? [
                t("dataAccessMeanwhile", { ended: ended(outcome.now) }),
                outcome.now.grant && access(outcome.now, outcome.now.grant),
              ]
                .filter(Boolean)
                .join(" ")
            : (worded(
                { t, i18n },
                outcome.why,
                "dataAccessRefused",
                "dataAccessSaid",
              ) ??
                t("dataAccessRefusedOtherwise", {
                  message: outcome.why.message,
                }));
        case "login":
          return t("dataAccessNotSentLogin");
        case "unsent":
          return t("dataAccessNotSent");
        case "unknown":
          return t("dataAccessUnknownOutcome", { message: outcome.message });
      }
    },
  };
};
