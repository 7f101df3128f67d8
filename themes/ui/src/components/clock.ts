/* SPDX-License-Identifier: Apache-2.0 */
import { useSyncExternalStore } from "react";

const TICK = 10_000;

/** Rounded to ticks, so that everything on a page shows the same moment. */
const now = () => Math.floor(Date.now() / TICK) * TICK;

const subscribe = (onTick: () => void) => {
  const timer = setInterval(onTick, TICK);
  return () => {
    clearInterval(timer);
  };
};

/** The time, every ten seconds anew. */
export const useNow = () => useSyncExternalStore(subscribe, now);
