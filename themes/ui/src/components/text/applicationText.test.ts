/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { applicationText } from "./applicationText";

it.each([
  ["Sample application", "Sample application (sample-app)"],
  ["sample-app", "sample-app"],
  [null, "sample-app"],
])("calls an application by its name with its id: %s", (clientName, text) => {
  expect(applicationText({ clientId: "sample-app", clientName })).toBe(text);
});
