/* SPDX-License-Identifier: Apache-2.0 */
// Times as the person's clock and language have them, and the time left, counted down.
const SECONDS = { day: 86400, hour: 3600, minute: 60, second: 1 };
const UNITS = Object.keys(SECONDS);
const language = document.documentElement.lang || undefined;

function inWords(seconds) {
  const largest = UNITS.findIndex((unit) => seconds >= SECONDS[unit]);
  const words = [];
  let rest = seconds;
  for (const unit of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(rest / SECONDS[unit]);
    rest -= count * SECONDS[unit];
    if (count > 0) {
      words.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
    }
  }
  return words.join(" ");
}

export function showTimes(page) {
  const format = new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  for (const time of page.querySelectorAll("time")) {
    const moment = new Date(time.dateTime);
    if (!Number.isNaN(moment.getTime())) {
      time.textContent = format.format(moment);
    }
  }
  // Counted from when the page came: the person's clock may be wrong.
  const start = Date.now();
  setInterval(() => {
    const passed = Math.floor((Date.now() - start) / 1000);
    for (const timer of page.querySelectorAll("[data-seconds-left]")) {
      const text = inWords(Math.max(1, Number(timer.dataset.secondsLeft) - passed));
      if (timer.textContent !== text) {
        timer.textContent = text;
      }
    }
  }, 1000);
}
