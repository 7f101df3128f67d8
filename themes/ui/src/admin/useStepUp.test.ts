/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it, vi } from "vitest";
import { renewing } from "./useStepUp";

vi.mock("@keycloak/keycloak-admin-ui", () => ({ useEnvironment: vi.fn() }));

it.each([
  ["900", 899],
  ["1", 0],
  ["0", 0],
])("renews a login that is exactly as old as %s seconds", (age, asked) => {
  expect(renewing(age)).toBe(asked);
});
