/* SPDX-License-Identifier: Apache-2.0 */

/** Less is the way an answer took; a network that is slow is no wrong clock. */
const TOLERANCE = 60_000;

let ahead = 0;
const listeners = new Set<() => void>();

/** By how many milliseconds this computer's clock is ahead of the server's; nothing where it is right to a minute. */
export const clockAhead = () => ahead;

export const onClockChange = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/**
 * Takes over what Keycloak's adapter knows from the time of issue of each token (the server sends no `Date`).
 *
 * @param skew how many seconds this computer's clock is ahead
 */
export const learnClockAhead = (skew: number | null | undefined) => {
  const learnt = (skew ?? 0) * 1000;
  const found = Math.abs(learnt) > TOLERANCE ? learnt : 0;
  // A second more or less is the way of the answer, and no reason to show everything anew.
  if (Math.abs(found - ahead) > TOLERANCE / 2) {
    ahead = found;
    listeners.forEach((listener) => {
      listener();
    });
  }
};
