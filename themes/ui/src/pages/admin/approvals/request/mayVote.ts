/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest, Me } from "../../../../api/types";

/** Why somebody may not decide a pending request that they see. */
export type Bar = "reader" | "own" | "voted" | "conditions";

export const bar = (request: AccessRequest, me: Me): Bar | undefined => {
  if (request.status !== "PENDING" || request.decidable) {
    return undefined;
  }
  if (!me.approver) {
    return "reader";
  }
  if (me.id === request.subject.id || me.id === request.requester.id) {
    return "own";
  }
  return request.votes.some(
    ({ approver, decision }) =>
      approver?.id === me.id && decision === "APPROVE",
  )
    ? "voted"
    : "conditions";
};

/** One's own approval may still become a denial. */
export const mayDeny = (request: AccessRequest, me: Me) =>
  request.decidable || bar(request, me) === "voted";
