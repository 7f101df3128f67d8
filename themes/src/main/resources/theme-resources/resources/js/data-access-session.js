/* SPDX-License-Identifier: Apache-2.0 */
// Other tabs of this browser sign in as well. Keycloak's own look-out for that leads from a page of ours to "Page has
// expired" (26.7.3), so it is stopped in the one way that it knows, and ours takes its place.
const COOKIE = /(?:^|;\s*)KEYCLOAK_SESSION=/;
const PAUSE_MILLIS = 2000;
const PRESSED = "data-access-pressed";

/** Where this sign-in stands; the status alone where Keycloak does not answer with it. */
export async function askForNews(page) {
  const answer = await fetch(page.dataset.refreshUrl, {
    headers: { Accept: "application/json" },
    redirect: "manual",
    cache: "no-store",
  });
  const isJson = answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: answer.status, progress: isJson ? await answer.json() : null };
}

/** Opens the page where the sign-in goes on: its own, or the beginning where Keycloak has begun it anew. */
export function goOn(page, { status, progress }) {
  location.replace(progress || status === 401 ? page.dataset.refreshUrl : page.dataset.restartUrl);
}

/** Calls back once another tab has signed in. */
export function whenSignedInElsewhere(callback) {
  window.dispatchEvent(new Event("beforeunload"));
  if (COOKIE.test(document.cookie)) {
    return;
  }
  const timer = setInterval(() => {
    if (COOKIE.test(document.cookie)) {
      clearInterval(timer);
      callback();
    }
  }, PAUSE_MILLIS);
}

/** Says so where Keycloak led back to the page without doing what was pressed on it, and watches the next press. */
export function tellWhatWasNotDone(page) {
  const signIn = new URL(page.dataset.refreshUrl, location.href).searchParams.get("tab_id");
  try {
    const pressed = sessionStorage.getItem(PRESSED);
    sessionStorage.removeItem(PRESSED);
    document.getElementById("data-access-not-done").hidden = pressed !== signIn || "answered" in page.dataset;
  } catch {
    return; // Without storage there is no knowing.
  }
  document.getElementById("kc-data-access-form").addEventListener("submit", () => {
    sessionStorage.setItem(PRESSED, signIn);
  });
}

/** Follows to where the sign-in goes on when another tab has signed in; stays where it stands as it did. */
export function followOtherTabs(page) {
  whenSignedInElsewhere(async () => {
    try {
      const news = await askForNews(page);
      if (!news.progress && news.status < 500) {
        goOn(page, news);
      }
    } catch {
      // No connection: the buttons of the page still work.
    }
  });
}
