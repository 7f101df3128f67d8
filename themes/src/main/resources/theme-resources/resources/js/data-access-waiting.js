/* SPDX-License-Identifier: Apache-2.0 */
import { dropDraft, loadDraft, saveDraft } from "./data-access-draft.js";
import { askForNews, goOn, tellWhatWasNotDone, whenSignedInElsewhere } from "./data-access-session.js";
import { showTimes } from "./data-access-times.js";

const LONGEST_PAUSE_MILLIS = 60 * 1000;
const APPROVED = "data-access-approved";
const page = document.getElementById("data-access-waiting");
const progress = document.getElementById("data-access-progress");
const news = document.getElementById("data-access-news");
const { approved } = page.dataset;
const pauseMillis = Number(page.dataset.pollSeconds) * 1000;
const plainTitle = document.title;
let failures = 0;
let timer;
let leaving = false;

// Screen readers announce every change, so an unchanged text is not written again.
function say(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function leave(answer) {
  leaving = true;
  goOn(page, answer);
}

// Whoever waits in another tab sees it there.
function tellInTitle(text) {
  document.title = `${text} \u2013 ${plainTitle}`;
}

async function ask() {
  const news = await askForNews(page);
  if (news.status >= 500 || news.status === 429) {
    throw new Error(`status ${news.status}`);
  }
  return news;
}

// The numbers change in place: opening the page anew would take the focus away, and have everything read out again.
function update(item, approvals) {
  const changed = [];
  for (const { key, group, required, given, percent, text } of approvals) {
    const part = item.querySelector(`[data-group="${CSS.escape(key)}"]`);
    if (!part) {
      // The policies ask other groups now.
      leave({ progress: true });
      return [];
    }
    const bar = part.querySelector("[role=progressbar]");
    if (bar.getAttribute("aria-valuetext") !== text) {
      part.classList.toggle("pf-m-success", percent >= 100);
      part.querySelector(".pf-v5-c-progress__measure").textContent = text;
      bar.setAttribute("aria-valuenow", given);
      bar.setAttribute("aria-valuemax", required);
      bar.setAttribute("aria-valuetext", text);
      bar.firstElementChild.style.width = `${percent}%`;
      changed.push(`${group}: ${text}`);
    }
  }
  return changed;
}

function name(item) {
  return item.querySelector("h2").textContent.trim();
}

function show(requests) {
  const changed = [];
  for (const request of requests) {
    const item = itemOf(request);
    if (item.querySelector("[data-duration]").dataset.duration !== request.duration) {
      // An approver has shortened it.
      leave({ progress: true });
      return;
    }
    const approvals = update(item, request.approvals);
    changed.push(...approvals.map((text) => `${name(item)}, ${text}`));
  }
  if (changed.length > 0) {
    say(news, changed.join(". "));
  }
}

function itemOf({ id }) {
  return page.querySelector(`[data-request="${CSS.escape(id)}"]`);
}

// Almost every sentence of the page is about those that wait, so others make another page of it.
function isAboutOthers(requests) {
  return !requests.every(itemOf) || requests.length !== page.querySelectorAll("[data-request]").length;
}

// Only an approved one stops waiting while the others go on.
function keepWhatWasApproved(requests) {
  const names = [...page.querySelectorAll("[data-request]")]
    .filter((item) => requests.every(({ id }) => id !== item.dataset.request))
    .map((item) => `${name(item)}: ${approved}`);
  try {
    sessionStorage.setItem(APPROVED, names.join(". "));
  } catch {
    // Without storage it stands on the page all the same.
  }
}

function tellWhatWasApproved() {
  try {
    const text = sessionStorage.getItem(APPROVED);
    sessionStorage.removeItem(APPROVED);
    if (text) {
      say(news, text);
      tellInTitle(approved);
    }
  } catch {
    // As above.
  }
}

async function poll() {
  try {
    const answer = await ask();
    if (leaving) {
      return;
    }
    failures = 0;
    const { state, requests } = answer.progress ?? {};
    if (state === "done") {
      tellInTitle(approved);
    }
    if (state === "waiting" && isAboutOthers(requests)) {
      keepWhatWasApproved(requests);
    }
    if (state !== "waiting" || isAboutOthers(requests)) {
      leave(answer);
      return;
    }
    show(requests);
    say(progress, progress.dataset.watching);
  } catch {
    failures += 1;
    say(progress, progress.dataset.offline);
  }
  schedule();
}

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(poll, Math.min(pauseMillis * 2 ** failures, LONGEST_PAUSE_MILLIS));
}

function pollNow() {
  if (!leaving && document.visibilityState === "visible") {
    document.title = plainTitle;
    clearTimeout(timer);
    poll();
  }
}

// What was not sent is kept for the form, which a withdrawal leads back to.
function keepUnsent() {
  const draft = loadDraft(page);
  if (draft?.unsent) {
    return;
  }
  if (draft && document.getElementById("data-access-unsent")) {
    saveDraft(page, { ...draft, unsent: true });
  } else {
    dropDraft(page);
  }
}

showTimes(page);
tellWhatWasApproved();
keepUnsent();
tellWhatWasNotDone(page);
say(progress, progress.dataset.watching);
document.getElementById("kc-data-access-form").addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
});
whenSignedInElsewhere(pollNow);
window.addEventListener("online", pollNow);
document.addEventListener("visibilitychange", pollNow);
schedule();
