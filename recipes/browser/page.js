/* SPDX-License-Identifier: Apache-2.0 */
import { ANSWERS, call, comeBack, connect, dataAccess } from "./access.js";

const settings = await (await fetch("settings.json")).json();
const manager = connect({ ...settings.oidc, redirect_uri: `${location.origin}/` });
manager.events.addUserLoaded(show);

document.getElementById("sign-in").onclick = () => manager.signinRedirect();
document.getElementById("contact").onclick = async () => {
  const response = await call(manager, settings.contact);
  if (response) {
    write("data", response.ok ? await response.text() : `The API answers ${response.status}`);
  }
};

if (new URLSearchParams(location.search).has("state")) {
  const answer = await comeBack(manager);
  history.replaceState({}, "", location.pathname);
  write("answer", answer ? (ANSWERS[answer] ?? answer) : "");
}
const user = await manager.getUser();
if (user) {
  show(user);
}
document.body.dataset.ready = "true";

function show(user) {
  write("user", user.profile.preferred_username);
  write("access", dataAccess(user).map((entry) => entry.identifier).join(" "));
}

function write(id, text) {
  document.getElementById(id).textContent = text;
}
