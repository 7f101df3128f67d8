/* SPDX-License-Identifier: Apache-2.0 */
import { createInstance } from "i18next";
import { expect, it } from "vitest";
import { worded } from "./serverWords";

const reader = async () => {
  const i18n = createInstance();
  await i18n.init({
    lng: "de",
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    resources: {
      de: {
        translation: {
          "first.known": "Bekannt",
          "first.known.roles": "Bekannt: {{roles}}",
          "second.known": "Auch bekannt",
          "second.other": "Höchstens {{longest}}.",
        },
      },
    },
  });
  return { t: i18n.t, i18n };
};

const said = (code: string, params: Record<string, string> = {}) => ({
  code,
  message: "In English",
  params,
});

it.each([
  ["by its code", said("known"), "Bekannt"],
  ["with what it names", said("known", { roles: "a, b" }), "Bekannt: a, b"],
  ["without what no text names", said("known", { hint: "x" }), "Bekannt"],
  [
    "as it was given",
    said("known", { roles: "{{x}} $t(first.known)" }),
    "Bekannt: {{x}} $t(first.known)",
  ],
  [
    "under the next prefix",
    said("other", { longest: "PT2H" }),
    "Höchstens 2 Stunden.",
  ],
  ["not at all where the code is new", said("new"), undefined],
  ["not at all without a code", said(""), undefined],
])("says it %s", async (_, words, expected) => {
  expect(worded(await reader(), words, "first", "second")).toBe(expected);
});
