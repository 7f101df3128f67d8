/* SPDX-License-Identifier: Apache-2.0 */
import { expect, it } from "vitest";
import { messages } from "../../test/texts";
import { endKey } from "./endKey";

const REASONS = [
  "WITHDRAWN",
  "REVOKED",
  "OTHER_OWNER",
  "DELETED",
  "RECLASSIFIED",
  null,
] as const;

it.each([
  ["admin", "dataAccessEnded"],
  ["admin", "dataAccessEndWhen"],
  ["account", "dataAccessClosed"],
] as const)("has words in %s for each reason: %s", (console, prefix) => {
  const keys = REASONS.map((cancellation) =>
    endKey(prefix, { status: "CANCELLED", cancellation }),
  );

  expect(keys.filter((key) => !messages(console, "en")[key])).toEqual([]);
  expect(new Set(keys).size).toBe(REASONS.length);
});

it("names no reason of what was not cancelled", () => {
  expect(endKey("dataAccessEnded", { status: "DENIED" })).toBe(
    "dataAccessEnded.DENIED",
  );
});
