/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest, Grant } from "../../api/types";

/** What has become of an access that was approved. */
export type Course =
  | "running"
  /** Its time has not come, and still no token is issued for it. */
  | "unusable"
  | "ended"
  | "revoked"
  | "handedBack";

/** What the server writes as the reason of an end that the person chose. */
const HANDED_BACK = "handed back";

/** Until when it opens something, as the gate would say now. */
export const until = ({ usableUntil, approvedUntil }: Grant) =>
  usableUntil && usableUntil < approvedUntil ? usableUntil : approvedUntil;

const course = (grant: Grant, now: number, requester: string): Course => {
  const { subject, endedAt, endedBy, endReason } = grant;
  if (endedAt !== null) {
    if (!endedBy) {
      return "ended";
    }
    return endReason === HANDED_BACK &&
      [subject.id, requester].includes(endedBy.id)
      ? "handedBack"
      : "revoked";
  }
  if (Date.parse(grant.approvedUntil) <= now) {
    return "ended";
  }
  return !grant.usable ? "unusable" : "running";
};

/** Until when the person has what was approved: another grant of the same access may run longer than its own. */
export const accessUntil = (
  { accessUntil: end }: Pick<AccessRequest, "accessUntil">,
  grant: Grant,
) => end ?? until(grant);

/** How the access of a request stands: its own grant may be over while an older one still runs. */
export const courseOf = (
  request: Pick<AccessRequest, "accessUntil" | "requester">,
  grant: Grant,
  now: number,
): Course =>
  request.accessUntil && Date.parse(request.accessUntil) > now
    ? "running"
    : course(grant, now, request.requester.id);

/** The word for how a request stands; what was approved once may be over. */
export const standing = (request: AccessRequest, now: number): string =>
  request.status === "APPROVED" && request.grant
    ? `APPROVED.${courseOf(request, request.grant, now)}`
    : request.status;
