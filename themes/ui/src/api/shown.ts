/* SPDX-License-Identifier: Apache-2.0 */

/** Unicode's own sign for a character that cannot be shown. */
const REPLACEMENT = "\uFFFD";

const BREAKS = /\r\n|[\v\f\r\u0085\u2028\u2029]/gu;

/**
 * Controls, formats (direction, zero width, tags), halves, private and unassigned characters, fillers and variation
 * selectors: the same as on the server (`Characters`). Tabs and lines stay, and a form of emoji behind one.
 */
const HIDDEN =
  /(?!\n|\t|(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|[\u{1F000}-\u{1FAFF}])[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Text as it may be shown, whoever wrote it: what hides, or moves other text, is made visible. */
export const shown = (text: string) =>
  text.replace(BREAKS, "\n").replace(HIDDEN, REPLACEMENT);

/** All texts in a JSON value, so that no page has to think of it. */
export const allShown = (value: unknown): unknown => {
  if (typeof value === "string") {
    return shown(value);
  }
  if (Array.isArray(value)) {
    return value.map(allShown);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [
          shown(name),
          allShown(one),
        ]),
      )
    : value;
};

/** An answer with its texts as they may be shown. */
export const shownResponse = async (response: Response): Promise<Response> => {
  const isJson = response.headers
    .get("Content-Type")
    ?.startsWith("application/json");
  return isJson
    ? new Response(JSON.stringify(allShown(await response.json())), response)
    : response;
};
