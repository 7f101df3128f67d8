/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { choices, readable, remaining } from "./durations";

it.each([
  ["PT48H", "P2D"],
  ["PT25H30M", "P1DT1H30M"],
  ["PT90M", "PT1H30M"],
  ["PT45S", "PT45S"],
  ["P1M", "P1M"],
])("writes %s as %s", (duration, expected) => {
  expect(readable(duration)).toBe(expected);
});

it("offers round durations up to the longest, with the longest and the usual one", () => {
  expect(choices("PT3H", "PT45M")).toEqual([
    ...["PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H"],
  ]);
  expect(choices("PT10M", "PT10M")).toEqual(["PT10M"]);
});

it.each([
  ["2026-11-22T12:00:00Z", "PT8H"],
  ["2026-11-22T04:00:20Z", "PT20S"],
  ["2026-11-22T04:59:59Z", "PT59M"],
  ["2026-11-23T03:59:59.900Z", "PT23H59M"],
  ["2026-11-24T05:30:00Z", "P2DT1H"],
  ["2026-11-22T04:00:00Z", undefined],
])("until %s there is %s left", (until, expected) => {
  expect(remaining(until, Date.parse("2026-11-22T04:00:00Z"))).toBe(expected);
});
