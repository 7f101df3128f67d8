/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { personText } from "./Person";

it.each([
  ["Lin Wei", "Lin Wei (lin)"],
  [undefined, "lin"],
  ["مریم", "\u2068مریم\u2069 (lin)"],
])("writes somebody called %s as %s", (name, text) => {
  expect(personText({ id: "1", username: "lin", name })).toBe(text);
});
