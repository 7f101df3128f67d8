/* SPDX-License-Identifier: Apache-2.0 */
import type { TFunction } from "i18next";
import { personText } from "../../../components/text/Person";
import type { AccessRequest, Grant } from "../../../api/types";
import type { Names } from "../names";

/** Words of the server for what no person gave a reason for. */
const KNOWN: Partial<Record<string, string>> = {
  "handed back": "dataAccessEnded.handedBack",
  "user deleted": "dataAccessEnded.userDeleted",
  "client deleted": "dataAccessEnded.clientDeleted",
  "scope deleted": "dataAccessEnded.scopeDeleted",
  "realm deleted": "dataAccessEnded.realmDeleted",
};

/** Whether its own time runs while the gate refuses: somebody was barred, or the data reclassified. */
export const isBlocked = (grant: Grant): boolean =>
  grant.active && !grant.usable;

/** The end by the rules of now, which may be earlier than the one that was approved. */
export const untilOf = (grant: Grant): string =>
  grant.usableUntil ?? grant.approvedUntil;

/** Until when a grant opens data, or how it came to its end. */
export const endOf = (grant: Grant, names: Names, t: TFunction): string => {
  const { active, approvedUntil, endedAt, endedBy, endReason } = grant;
  if (endedAt) {
    return t(KNOWN[endReason ?? ""] ?? "dataAccessEnded.revoked", {
      date: names.moment(endedAt),
      name: endedBy && personText(endedBy),
      reason: endReason,
    });
  }
  if (isBlocked(grant)) {
    return t("dataAccessBlocked");
  }
  return active
    ? t("dataAccessUntil", { date: names.moment(untilOf(grant)) })
    : t("dataAccessEnded.time", { date: names.moment(approvedUntil) });
};

/** Until when one has what was approved, or how that came to its end: an older grant may run longer than the request's own. */
export const endOfAccess = (
  { grant, accessUntil }: AccessRequest,
  names: Names,
  t: TFunction,
): string | null =>
  accessUntil
    ? t("dataAccessUntil", { date: names.moment(accessUntil) })
    : grant && endOf(grant, names, t);

/** How a request stands, by what became of the access it led to. */
export const standingOf = ({
  status,
  grant,
  accessUntil,
}: AccessRequest): string => {
  if (status !== "APPROVED" || !grant || accessUntil) {
    return status;
  }
  if (grant.endedAt) {
    if (!grant.endedBy) {
      return "ENDED";
    }
    return grant.endReason === "handed back" ? "HANDED_BACK" : "REVOKED";
  }
  if (isBlocked(grant)) {
    return "BLOCKED";
  }
  return grant.active ? status : "ENDED";
};
