/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { renewing } from "./renewing";

it.each([
  ["900", 899],
  ["1", 0],
  ["0", 0],
])("renews a login that is exactly as old as %s seconds", (age, asked) => {
  expect(renewing(age)).toBe(asked);
});
