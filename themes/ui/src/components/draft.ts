/* SPDX-License-Identifier: Apache-2.0 */

const name = (key: string) => `data-access:${key}`;

/** Keeps what somebody has typed over a login or a reload, for this tab of the browser only. */
export const keepDraft = (key: string, draft: unknown) => {
  sessionStorage.setItem(name(key), JSON.stringify(draft));
};

/** What was kept, if anything was. */
export const readDraft = (key: string): unknown => {
  const kept = sessionStorage.getItem(name(key));
  return kept === null ? undefined : JSON.parse(kept);
};

export const dropDraft = (key: string) => {
  sessionStorage.removeItem(name(key));
};
