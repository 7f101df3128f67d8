/* SPDX-License-Identifier: Apache-2.0 */
import type { Person as Someone } from "../../api/types";

type PersonProps = { of: Someone };

/**
 * Somebody by the name that colleagues know and by the one that is certain. Isolated: a name may be written from right
 * to left.
 */
export const Person = ({ of: { name, username } }: PersonProps) =>
  name ? (
    <>
      <bdi>{name}</bdi> (<bdi>{username}</bdi>)
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
  name ? `${isolated(name)} (${isolated(username)})` : isolated(username);
