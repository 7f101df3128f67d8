/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { groupName } from "./groupName";

const seat = (group: string, description: string | null = null) => ({
  group,
  description,
});

it.each([
  ["/us-security", [seat("/us-security", "US data security")]],
  ["/us-security", [seat("/eu/us"), seat("/us-security", "US data security")]],
])("is the description of %s", (path, seats) => {
  expect(groupName(path, seats)).toBe("US data security");
});

it.each([
  ["/us-security", [seat("/us-security")], "us-security"],
  ["/us/security", [seat("/us/security"), seat("/data-owners")], "security"],
  ["/us/security", [], "security"],
])("is the name of %s without a description", (path, seats, name) => {
  expect(groupName(path, seats)).toBe(name);
});

it("is the path where another group has the same name", () => {
  const seats = [seat("/us/security"), seat("/eu/security")];
  expect(groupName("/us/security", seats)).toBe("us/security");
});
