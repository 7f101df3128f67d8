/* SPDX-License-Identifier: Apache-2.0 */
import type { Person as Someone } from "../../api/types";

type PersonProps = { of: Someone };

const LONGEST_CHOSEN = 40;

/** First and last name, which people may write themselves: short, and without blanks that move text out of sight. */
const chosen = (name = "") => {
  const signs = Array.from(name.replace(/\s+/gu, " ").trim());
  return signs.length > LONGEST_CHOSEN
    ? `${signs.slice(0, LONGEST_CHOSEN - 1).join("")}…`
    : signs.join("");
};

/**
 * Somebody by the name that is certain, and then by the one that colleagues know. Isolated: a name may be written from
 * right to left.
 */
export const Person = ({ of: { name, username } }: PersonProps) =>
  chosen(name) ? (
    <>
      <bdi>{username}</bdi> (<bdi>{chosen(name)}</bdi>)
    </>
  ) : (
    <bdi>{username}</bdi>
  );

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Between marks of isolation where it needs them: what <bdi> is to elements. */
const isolated = (text: string) =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;

/** The same within a sentence. */
export const personText = ({ name, username }: Someone) =>
  chosen(name)
    ? `${isolated(username)} (${isolated(chosen(name))})`
    : isolated(username);
