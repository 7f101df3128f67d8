/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import type { Challenge } from "../../../api/ApiError";
import { period } from "../../../components/timeWords";
import type { Outcome } from "../../../queries/votes";
import { iso } from "./durations";
import { useWords } from "../../../components/useWords";

/** What became of votes and requests, as somebody would say it. */
export const useSentences = () => {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const voted = (after: AccessRequest) => {
    switch (after.status) {
      case "APPROVED":
        return t("dataAccessGranted", {
          until: after.grant ? words.moment(after.grant.approvedUntil) : "",
        });
      case "PENDING":
        return t("dataAccessStillMissing", { missing: words.missing(after) });
      default:
        return t("dataAccessDenied");
    }
  };
  /** Who ended it, as far as the votes say. */
  const ended = (request: AccessRequest) => {
    const last = request.votes.at(-1);
    const by = last?.approver?.username;
    return by && ["APPROVED", "DENIED"].includes(request.status)
      ? t(`dataAccessEnded.${request.status}.by`, { by })
      : t(`dataAccessEnded.${request.status}`);
  };
  return {
    voted,
    ended,
    login: ({ maxAge, acrValues }: Challenge) =>
      [
        maxAge !== undefined &&
          t("dataAccessLoginTooOld", {
            age: period(iso(Number(maxAge)), i18n.language),
          }),
        acrValues && t("dataAccessLoginTooWeak"),
      ]
        .filter(Boolean)
        .join(" "),
    outcome: (outcome: Outcome) => {
      switch (outcome.kind) {
        case "voted":
          return voted(outcome.after);
        case "refused":
          return outcome.now && outcome.now.status !== "PENDING"
            ? t("dataAccessMeanwhile", { ended: ended(outcome.now) })
            : t(`dataAccessRefused.${outcome.code}`, {
                defaultValue: t("dataAccessRefusedOtherwise", {
                  message: outcome.message,
                }),
              });
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
