/* SPDX-License-Identifier: Apache-2.0 */
import { secondsOf } from "./timeWords";

/**
 * When an access that runs already would end if this were approved now: the later end counts, as at the gate; nothing where
 * the approval would add nothing.
 */
export const extendedUntil = (
  until: string,
  duration: string,
  now: number,
): string | undefined => {
  const end = now + secondsOf(duration) * 1_000;
  return end > Date.parse(until) ? new Date(end).toISOString() : undefined;
};
