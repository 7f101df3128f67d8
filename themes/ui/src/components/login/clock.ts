/* SPDX-License-Identifier: Apache-2.0 */
import { useSyncExternalStore } from "react";
import { clockAhead, onClockChange } from "../../serverTime";

const TICK = 10_000;

/**
 * As the server counts it, whatever this computer believes: ends and ages are the server's. Rounded to ticks, so that
 * everything on a page shows the same moment.
 */
const now = () => Math.floor((Date.now() - clockAhead()) / TICK) * TICK;

const subscribe = (onTick: () => void) => {
  const timer = setInterval(onTick, TICK);
  const forget = onClockChange(onTick);
  return () => {
    clearInterval(timer);
    forget();
  };
};

/** The time at the server, every ten seconds anew. */
export const useNow = () => useSyncExternalStore(subscribe, now);

/** By how many milliseconds this computer's clock is ahead of the server's. */
export const useClockAhead = () =>
  useSyncExternalStore(onClockChange, clockAhead);
