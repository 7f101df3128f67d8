/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { personText } from "./Person";

it.each([
  ["Lin Wei", "lin (Lin Wei)"],
  [undefined, "lin"],
  ["\u00a0 ", "lin"],
  [`Dana${"\u00a0".repeat(60)}Reyes`, "lin (Dana Reyes)"],
  ["a".repeat(41), `lin (${"a".repeat(39)}…)`],
  ["مریم", "lin (\u2068مریم\u2069)"],
])("writes somebody called %s as %s", (name, text) => {
  expect(personText({ id: "1", username: "lin", name })).toBe(text);
});
