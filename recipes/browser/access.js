/* SPDX-License-Identifier: Apache-2.0 */
import { jwtDecode } from "jwt-decode";
import { ErrorResponse, UserManager } from "oidc-client-ts";

const SOON_SECONDS = 60;

export const ANSWERS = {
  denied: "An approver denied the request.",
  cancelled: "The request was withdrawn, or ended without a decision.",
  sign_in_cancelled: "You cancelled the sign-in. Requests that wait for approval are not affected.",
  request_expired: "Nobody decided in time. Ask again.",
  not_eligible: "This access is not open to you. Asking again does not help.",
  went_on_without: "You went on without the access.",
};

/** With authority, client_id and redirect_uri. */
export function connect(settings) {
  const manager = new UserManager({
    ...settings,
    scope: "openid", // the least; more is asked for when the API misses it
    automaticSilentRenew: false, // it knows nothing of approvals: renew() does
    accessTokenExpiringNotificationTimeInSeconds: SOON_SECONDS,
  });
  manager.events.addAccessTokenExpiring(() => renew(manager));
  return manager;
}

/** The API's answer; undefined when the browser is on its way to the approval prompt. */
export async function call(manager, url) {
  const user = await manager.getUser();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${user.access_token}` } });
  const challenge = response.headers.get("WWW-Authenticate") ?? "";
  const missing = /insufficient_scope.*scope="([^"]+)"/.exec(challenge)?.[1];
  if (!missing) {
    return response;
  }
  await manager.signinRedirect({
    scope: [...user.scopes, missing].join(" "), // no prompt: nobody types a password twice
    state: { asked: missing },
  });
}

/** On the redirect_uri: nothing, or a key of ANSWERS. After a refusal the user before is still signed in. */
export async function comeBack(manager) {
  try {
    const user = await manager.signinCallback();
    const asked = user.state?.asked;
    return asked && !user.scopes.includes(asked) ? "went_on_without" : undefined;
  } catch (error) {
    if (!(error instanceof ErrorResponse)) {
      throw error;
    }
    return /\((\w+)\)$/.exec(error.error_description ?? "")?.[1] ?? error.error;
  }
}

/** What the token opens: for display and for renew(). Only the API decides. */
export function dataAccess(user) {
  const details = jwtDecode(user.access_token).authorization_details ?? [];
  return details.filter((entry) => entry.type === "data_access");
}

/** Lets go of scopes whose approval is about to end, so that the rest lives on. */
async function renew(manager) {
  const user = await manager.getUser();
  const soon = Date.now() / 1000 + SOON_SECONDS;
  const ending = dataAccess(user)
    .filter((entry) => entry.approval?.approved_until <= soon)
    .map((entry) => entry.identifier);
  const scope = user.scopes.filter((held) => !ending.includes(held)).join(" ");
  try {
    await manager.signinSilent({ extraTokenParams: { scope } });
  } catch (error) {
    if (error.error !== "invalid_grant") {
      throw error;
    }
    await manager.removeUser(); // the access was revoked, or the session is over
    await manager.signinRedirect();
  }
}
