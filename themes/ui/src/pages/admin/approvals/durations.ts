/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest } from "../../../api/types";
import {
  durationOf,
  secondsOf as seconds,
} from "../../../components/text/timeWords";

const STEPS = [
  "PT5M",
  "PT15M",
  "PT30M",
  "PT1H",
  "PT2H",
  "PT4H",
  "PT8H",
  "P1D",
  "P7D",
];

const least = (asked: string, ...others: (string | null)[]) =>
  others.reduce<string>(
    (least, one) => (one && seconds(one) < seconds(least) ? one : least),
    asked,
  );

/** As asked, unless a vote that counts says less. */
const allowed = ({ requestedDuration, votes }: AccessRequest) =>
  least(
    requestedDuration,
    ...votes.map(({ counts, duration }) => (counts ? duration : null)),
  );

/** As asked, unless this vote, one that counts, or the policies of now say less: the shortest wins. */
export const shortest = (request: AccessRequest, chosen = "") =>
  least(allowed(request), chosen, request.longestDuration);

/** What the access could be shortened to: less than the longest of these would be as it stands. */
export const shorterThan = (requests: AccessRequest[]) => {
  const longest = Math.max(
    0,
    ...requests.map((request) => seconds(shortest(request))),
  );
  return STEPS.filter((step) => seconds(step) < longest);
};

/** Whether an approval that counts has already given less than was asked for. */
export const isShortened = (request: AccessRequest) =>
  seconds(allowed(request)) < seconds(request.requestedDuration);

/** What the policies of now give at most, where that is less than was asked for. */
export const limit = ({ longestDuration, requestedDuration }: AccessRequest) =>
  longestDuration && seconds(longestDuration) < seconds(requestedDuration)
    ? longestDuration
    : undefined;

/** For how long it was approved, where that is less than was asked for. */
export const approvedFor = ({ grant, requestedDuration }: AccessRequest) => {
  const given = grant
    ? (Date.parse(grant.approvedUntil) - Date.parse(grant.approvedAt)) / 1_000
    : Infinity;
  return Math.round(given) < seconds(requestedDuration)
    ? durationOf(Math.round(given))
    : undefined;
};

/** What to send: nothing when this request does not ask for more anyway. */
export const shortened = (request: AccessRequest, chosen: string) =>
  chosen && seconds(chosen) < seconds(request.requestedDuration)
    ? chosen
    : undefined;
