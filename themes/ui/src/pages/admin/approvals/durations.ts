/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest } from "../../../api/types";
import { secondsOf as seconds } from "../../../components/text/timeWords";

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

/** As asked, unless this vote or one that counts says less: the shortest wins. */
export const shortest = (request: AccessRequest, chosen = "") =>
  [
    request.requestedDuration,
    chosen,
    ...request.votes.map(({ counts, duration }) =>
      counts ? (duration ?? "") : "",
    ),
  ]
    .filter(Boolean)
    .reduce((a, b) => (seconds(b) < seconds(a) ? b : a));

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
  seconds(shortest(request)) < seconds(request.requestedDuration);

/** What to send: nothing when this request does not ask for more anyway. */
export const shortened = (request: AccessRequest, chosen: string) =>
  chosen && seconds(chosen) < seconds(request.requestedDuration)
    ? chosen
    : undefined;
