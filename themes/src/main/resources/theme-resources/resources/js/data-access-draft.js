/* SPDX-License-Identifier: Apache-2.0 */
// What someone is typing, kept in this tab: a sign-in that ends in between must not take it away.
const KEY_PREFIX = "data-access-draft ";

export function loadDraft(page) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY_PREFIX + page.dataset.draftKey));
  } catch {
    return null;
  }
}

export function saveDraft(page, draft) {
  try {
    sessionStorage.setItem(KEY_PREFIX + page.dataset.draftKey, JSON.stringify(draft));
  } catch {
    // Storage may be full or switched off: the form works without a draft.
  }
}

export function dropDraft(page) {
  try {
    sessionStorage.removeItem(KEY_PREFIX + page.dataset.draftKey);
  } catch {
    // Nothing was kept where storage is switched off.
  }
}
