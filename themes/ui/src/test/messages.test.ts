/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from "vitest";
import { messages } from "./texts";

describe.each(["admin", "account"] as const)("messages of %s", (console) => {
  it("exist in both languages", () => {
    expect(Object.keys(messages(console, "de"))).toEqual(
      Object.keys(messages(console, "en")),
    );
  });
});
