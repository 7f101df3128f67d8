#!/usr/bin/env node
/* SPDX-License-Identifier: Apache-2.0 */
// ISSUER=http://localhost:8080/realms/workforce node access.mjs us-contact legal-request "Why…" https://api.example/data
import { setTimeout as pause } from "node:timers/promises";

const { ISSUER: issuer, CLIENT: clientId = "cli" } = process.env;
const [scope, purpose, justification, api] = process.argv.slice(2);

/** The device login: the browser may be on another machine, or on a phone. */
async function signIn(scopes) {
  const device = await post("auth/device", { scope: scopes });
  console.log(`Open ${device.verification_uri_complete}`);
  for (;;) {
    await pause(device.interval * 1000);
    const tokens = await post("token", {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: device.device_code,
    });
    if (tokens.access_token) {
      return { ...tokens, interval: device.interval };
    }
    if (!["authorization_pending", "slow_down"].includes(tokens.error)) {
      throw new Error(tokens.error_description ?? tokens.error);
    }
  }
}

/** Files the request, or finds the one that waits already, and waits for the decision. */
async function getApproval(tokens) {
  const offers = await self(tokens, `scopes?clientId=${clientId}`);
  if (offers.find((offer) => offer.scope === scope)?.state === "GRANTED") {
    return;
  }
  let request = await self(tokens, "requests", { clientId, scope, purpose, justification });
  console.log(`Waiting for approval until ${request.expiresAt}`);
  while (request.status === "PENDING") {
    await pause(tokens.interval * 1000);
    tokens = { ...tokens, ...(await post("token", { grant_type: "refresh_token", refresh_token: tokens.refresh_token })) };
    request = await self(tokens, `requests/${request.id}`);
  }
  if (request.status !== "APPROVED") {
    throw new Error([request.status, ...request.votes.map((vote) => vote.comment)].join(": "));
  }
}

async function post(endpoint, form) {
  const body = new URLSearchParams({ client_id: clientId, ...form });
  return (await fetch(`${issuer}/protocol/openid-connect/${endpoint}`, { method: "POST", body })).json();
}

async function self(tokens, path, request) {
  const response = await fetch(`${issuer}/data-access/${path}`, {
    headers: { Authorization: `Bearer ${tokens.access_token}`, "Content-Type": "application/json" },
    ...(request && { method: "POST", body: JSON.stringify(request) }),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${answer.error}: ${answer.errorMessage}`);
  }
  return answer;
}

try {
  await getApproval(await signIn("openid data-access"));
  const { access_token } = await signIn(`openid ${scope}`); // a refresh cannot widen the scope
  const data = await fetch(api, { headers: { Authorization: `Bearer ${access_token}` } });
  console.log(data.status, await data.text());
} catch (error) {
  console.log(error.message);
  process.exitCode = 1;
}
