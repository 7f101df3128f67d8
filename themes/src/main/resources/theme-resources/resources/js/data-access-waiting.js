/* SPDX-License-Identifier: Apache-2.0 */
import { dropDraft } from "./data-access-draft.js";

const LONGEST_PAUSE_MILLIS = 60 * 1000;
const page = document.getElementById("data-access-waiting");
const progress = document.getElementById("data-access-progress");
const { refreshUrl } = page.dataset;
const pauseMillis = Number(page.dataset.pollSeconds) * 1000;
let failures = 0;
let version = page.dataset.version || undefined;
let timer;
let leaving = false;

// Screen readers announce every change, so an unchanged text is not written again.
function say(text) {
  if (progress.textContent !== text) {
    progress.textContent = text;
  }
}

function leave() {
  leaving = true;
  location.replace(refreshUrl);
}

async function ask() {
  const answer = await fetch(refreshUrl, {
    headers: { Accept: "application/json" },
    redirect: "manual",
    cache: "no-store",
  });
  if (answer.status >= 500 || answer.status === 429) {
    throw new Error(`status ${answer.status}`);
  }
  const isJson = answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return isJson ? answer.json() : { state: "unknown" };
}

async function poll() {
  try {
    const answer = await ask();
    if (leaving) {
      return;
    }
    failures = 0;
    version ??= answer.version;
    if (answer.state !== "waiting" || answer.version !== version) {
      leave();
      return;
    }
    say(progress.dataset.watching);
  } catch {
    failures += 1;
    say(progress.dataset.offline);
  }
  schedule();
}

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(poll, Math.min(pauseMillis * 2 ** failures, LONGEST_PAUSE_MILLIS));
}

function pollNow() {
  if (!leaving && document.visibilityState === "visible") {
    clearTimeout(timer);
    poll();
  }
}

const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
for (const time of page.querySelectorAll("time")) {
  const moment = new Date(time.dateTime);
  if (!Number.isNaN(moment.getTime())) {
    time.textContent = format.format(moment);
  }
}
dropDraft(page);
say(progress.dataset.watching);
document.getElementById("kc-data-access-form").addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
});
window.addEventListener("online", pollNow);
document.addEventListener("visibilitychange", pollNow);
schedule();
