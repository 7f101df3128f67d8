/* SPDX-License-Identifier: Apache-2.0 */
import { dropDraft, loadDraft, saveDraft } from "./data-access-draft.js";
import { askForNews, followOtherTabs, tellWhatWasNotDone } from "./data-access-session.js";
import { showTimes } from "./data-access-times.js";

const page = document.getElementById("data-access-request");
const form = document.getElementById("kc-data-access-form");
const { purpose, justification, ticket, duration, urgent } = form.elements;
let submitted = false;

function restore() {
  const draft = loadDraft(page);
  // What the server sent back is newer than the draft, but what the form starts from is older.
  const isSentBack = !("prefilled" in page.dataset) && (justification.value || ticket.value || purpose.value);
  if (!draft || isSentBack) {
    return;
  }
  for (const [field, text] of [[purpose, draft.purpose], [duration, draft.duration]]) {
    if ([...field.options].some((option) => option.value === text)) {
      field.value = text;
    }
  }
  justification.value = draft.justification ?? "";
  ticket.value = draft.ticket ?? "";
  urgent.checked = draft.urgent === true;
}

function keep() {
  saveDraft(page, {
    purpose: purpose.value,
    justification: justification.value,
    ticket: ticket.value,
    duration: duration.value,
    urgent: urgent.checked,
  });
}

async function keepAlive() {
  try {
    const { status, progress } = await askForNews(page);
    // A server in trouble says nothing about this sign-in; only a redirect or a refusal means that it has ended.
    document.getElementById("data-access-expired").hidden = progress !== null || status >= 500;
  } catch {
    // No connection: the next round tries again.
  }
}

showTimes(page);
restore();
followOtherTabs(page);
tellWhatWasNotDone(page);
form.addEventListener("input", keep);
form.addEventListener("submit", (event) => {
  if (submitted) {
    event.preventDefault();
    return;
  }
  submitted = true;
  // A filed request may still fail because the sign-in has ended: the next page drops the draft.
  if (event.submitter?.value === "file") {
    keep();
  } else {
    dropDraft(page);
  }
});
window.addEventListener("pageshow", () => {
  submitted = false;
});
// Keycloak ends a sign-in that stands still, by default for five minutes; a good justification may take longer.
setInterval(keepAlive, Number(page.dataset.keepAliveSeconds) * 1000);
