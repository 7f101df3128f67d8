/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { extendedUntil } from "./extension";

const NOW = Date.parse("2026-11-28T16:00:00Z");

it.each([
  ["PT15M", "2026-11-29T00:05:00Z", undefined],
  ["PT15M", "2026-11-28T16:15:00Z", undefined],
  ["PT15M", "2026-11-28T16:14:59Z", "2026-11-28T16:15:00.000Z"],
  ["PT8H", "2026-11-28T16:05:00Z", "2026-11-29T00:00:00.000Z"],
])("extends by %s an access until %s to %s", (duration, until, end) => {
  expect(extendedUntil(until, duration, NOW)).toBe(end);
});
