/* SPDX-License-Identifier: Apache-2.0 */
import type { TFunction } from "i18next";
import type { Grant } from "../../api/types";
import type { Names } from "./names";

/** Words of the server for what no person gave a reason for. */
const KNOWN: Partial<Record<string, string>> = {
  "handed back": "dataAccessEnded.handedBack",
  "user deleted": "dataAccessEnded.userDeleted",
  "client deleted": "dataAccessEnded.clientDeleted",
  "scope deleted": "dataAccessEnded.scopeDeleted",
};

/** Until when a grant runs, or how it came to its end. */
export const endOf = (grant: Grant, names: Names, t: TFunction): string => {
  const { active, approvedUntil, endedAt, endedBy, endReason } = grant;
  if (!endedAt) {
    return t(active ? "dataAccessUntil" : "dataAccessEnded.time", {
      date: names.moment(approvedUntil),
    });
  }
  return t(KNOWN[endReason ?? ""] ?? "dataAccessEnded.revoked", {
    date: names.moment(endedAt),
    name: endedBy?.username,
    reason: endReason,
  });
};
