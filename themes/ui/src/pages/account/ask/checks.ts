/* SPDX-License-Identifier: Apache-2.0 */
import type { Offer } from "../../../api/types";
import type { Draft } from "./draft";
import type { Field } from "../problem";

export const SHORTEST = 10;
export const LONGEST = 2000;

/** As the server counts: characters, not halves of them. */
export const lengthOf = (text: string) => Array.from(text.trim()).length;

/** Texts that say what is wrong, by field, in the order of the form; the server checks once more. */
export const check = (
  draft: Draft,
  offer: Offer | undefined,
): Partial<Record<Field, string>> => {
  const length = lengthOf(draft.justification);
  const wrong: [Field, boolean, string][] = [
    ["clientId", !draft.clientId, "dataAccessProblem.unknown_client"],
    ["scope", !offer, "dataAccessProblem.unknown_scope"],
    [
      "purpose",
      !offer?.purposes.includes(draft.purpose),
      "dataAccessProblem.unknown_purpose",
    ],
    [
      "justification",
      length < SHORTEST || length > LONGEST,
      "dataAccessProblem.invalid_justification",
    ],
    [
      "ticket",
      !!offer?.ticketRequired && !draft.ticket.trim(),
      "dataAccessTicketMissing",
    ],
  ];
  return Object.fromEntries(
    wrong.filter(([, is]) => is).map(([field, , text]) => [field, text]),
  );
};
