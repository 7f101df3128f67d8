/* SPDX-License-Identifier: Apache-2.0 */
import { useSyncExternalStore } from "react";
import { clockAhead, onClockChange } from "../../serverTime";

const TICK = 10_000;

const SECOND = 1_000;

/**
 * As the server counts it, whatever this computer believes: ends and ages are the server's. Rounded to ticks, so that
 * everything on a page shows the same moment.
 */
const now = () => Math.floor((Date.now() - clockAhead()) / TICK) * TICK;

/** The end of the present second: what is left from then on is never more than there is. */
const second = () => Math.ceil((Date.now() - clockAhead()) / SECOND) * SECOND;

const every = (tick: number) => (onTick: () => void) => {
  const timer = setInterval(onTick, tick);
  const forget = onClockChange(onTick);
  return () => {
    clearInterval(timer);
    forget();
  };
};

const everyTick = every(TICK);

const everySecond = every(SECOND);

/** The time at the server, every ten seconds anew. */
export const useNow = () => useSyncExternalStore(everyTick, now);

/** The time at the server, every second anew, for what counts down. */
export const useSecond = () => useSyncExternalStore(everySecond, second);

/** By how many milliseconds this computer's clock is ahead of the server's. */
export const useClockAhead = () =>
  useSyncExternalStore(onClockChange, clockAhead);
