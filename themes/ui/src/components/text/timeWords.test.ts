/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from "vitest";
import { period, relative } from "./timeWords";

describe("relative", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  const words = (at: string, language = "en") =>
    relative(new Date(at), now, language);

  it.each([
    ["2026-11-22T12:23:10Z", "in 23 minutes"],
    ["2026-11-22T10:00:00Z", "2 hours ago"],
    ["2026-11-22T12:00:59Z", "now"],
    ["2026-11-22T11:59:01Z", "now"],
    ["2026-11-24T12:00:00Z", "in 2 days"],
  ])("calls %s %s", (at, expected) => {
    expect(words(at)).toBe(expected);
  });

  it("speaks German", () => {
    expect(words("2026-11-22T12:23:00Z", "de")).toBe("in 23 Minuten");
  });

  it.each([
    ["en", "23 min. ago"],
    ["de", "vor 23 Min."],
  ])("is short in a narrow column, in %s", (language, expected) => {
    const at = new Date("2026-11-22T11:37:00Z");
    expect(relative(at, now, language, "short")).toBe(expected);
  });
});

describe("period", () => {
  it.each([
    ["PT8H", "8 hours"],
    ["PT1H30M", "1 hour, 30 minutes"],
    ["P1D", "1 day"],
    ["PT45S", "45 seconds"],
    ["P1M", "P1M"],
    ["PT0S", "PT0S"],
  ])("calls %s %s", (iso, expected) => {
    expect(period(iso, "en")).toBe(expected);
  });

  it("speaks German", () => {
    expect(period("PT1H30M", "de")).toBe("1 Stunde, 30 Minuten");
  });
});
