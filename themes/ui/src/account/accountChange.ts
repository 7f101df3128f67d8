/* SPDX-License-Identifier: Apache-2.0 */
import { ApiError } from "../api/ApiError";
import { renewing } from "../components/login/renewing";

/** What is needed of Keycloak's adapter. */
export type Adapter = {
  subject?: string;
  token?: string;
  login: (options: { redirectUri: string; maxAge: number }) => unknown;
};

type Change = {
  subject?: string;
  url: string;
  method?: string;
  body?: BodyInit | null;
};

const PLACE = "data-access.account-change";

/** Whether a change of the account waits in this tab for the login that it needed. */
export const isChangeWaiting = () => sessionStorage.getItem(PLACE) !== null;

/**
 * Calls as Keycloak's pages make them. One that is refused because the login is too old for it is kept in this tab, and the
 * login begins; it comes back to the same address, and the page never reads the refusal.
 */
export const askingForLogin =
  (send: typeof fetch, keycloak: Adapter): typeof fetch =>
  async (input, init) => {
    const answer = await send(input, init);
    if (answer.status !== 401 || input instanceof Request || !init) {
      return answer;
    }
    const { challenge } = await ApiError.of(answer.clone());
    if (!challenge?.maxAge) {
      return answer;
    }
    const { method, body } = init;
    const { subject } = keycloak;
    const change: Change = { subject, url: String(input), method, body };
    sessionStorage.setItem(PLACE, JSON.stringify(change));
    keycloak.login({
      redirectUri: window.location.href,
      maxAge: renewing(challenge.maxAge),
    });
    return new Promise(() => undefined);
  };

/** Makes the waiting change, once, if the same person has logged in; whether it was taken. */
export const makeWaitingChange = async (
  send: typeof fetch,
  keycloak: Adapter,
): Promise<boolean> => {
  const kept = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  const change = JSON.parse(kept ?? "{}") as Partial<Change>;
  const { subject, url, method, body } = change;
  if (!url || !subject || subject !== keycloak.subject) {
    return false;
  }
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${keycloak.token ?? ""}`,
  };
  try {
    return (await send(url, { method, body, headers })).ok;
  } catch {
    return false;
  }
};
