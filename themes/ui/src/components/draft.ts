/* SPDX-License-Identifier: Apache-2.0 */

const name = (key: string) => `data-access:${key}`;

/** Keeps what somebody has typed over a login, for this tab of the browser only. */
export const keepDraft = (key: string, draft: unknown) => {
  sessionStorage.setItem(name(key), JSON.stringify(draft));
};

/** What was kept, once: it is gone afterwards. */
export const takeDraft = (key: string): unknown => {
  const kept = sessionStorage.getItem(name(key));
  sessionStorage.removeItem(name(key));
  return kept === null ? undefined : JSON.parse(kept);
};
