/* SPDX-License-Identifier: Apache-2.0 */
import type { TFunction, i18n } from "i18next";
import type { ApiError } from "../../api/ApiError";
import { period } from "./timeWords";

/** What the server says in a code, with what its message names. */
export type Said = Pick<ApiError, "code" | "message" | "params">;

type Reader = { t: TFunction; i18n: i18n };

/**
 * What the server says, in the reader's language: with what it names, where there is a text for that, else without.
 * Undefined where its code is known under none of these prefixes.
 */
export const worded = (
  { t, i18n }: Reader,
  { code, params }: Said,
  ...prefixes: string[]
): string | undefined => {
  const replace = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      period(value, i18n.language),
    ]),
  );
  const key = prefixes
    .map((prefix) => `${prefix}.${code}`)
    .flatMap((known) => [
      ...Object.keys(params).map((name) => `${known}.${name}`),
      known,
    ])
    .find((known) => i18n.exists(known));
  return code && key ? t(key, { replace }) : undefined;
};
