/* SPDX-License-Identifier: Apache-2.0 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** A theme's messages as they stand in its file. */
export const messages = (
  console: "admin" | "account",
  language: "en" | "de",
): Record<string, string> =>
  Object.fromEntries(
    readFileSync(
      `../src/main/resources/theme/data-access/${console}/messages/messages_${language}.properties`,
      "utf8",
    )
      .split("\n")
      .filter((line) => line.includes("=") && !line.startsWith("#"))
      .map((line) => {
        const middle = line.indexOf("=");
        return [line.slice(0, middle), line.slice(middle + 1)];
      }),
  );

/** Of the console whose page is under test, in English; where Keycloak's own texts are meant, tests see the key. */
export const texts = (language: "en" | "de" = "en") =>
  messages(
    expect.getState().testPath?.includes("/account/") ? "account" : "admin",
    language,
  );
