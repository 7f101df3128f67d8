/* SPDX-License-Identifier: Apache-2.0 */
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

export const SERVER = "http://keycloak.test";

export const REALM = "workforce";

/** Address of a call of the REST API for approvers, auditors and policy admins. */
export const admin = (path: string) =>
  `${SERVER}/admin/realms/${REALM}/data-access/${path}`;

/** Address of a call of the REST API for requesters. */
export const own = (path: string) =>
  `${SERVER}/realms/${REALM}/data-access/${path}`;

const nothing = { scopes: [], categories: [], policies: [], problems: [] };

/**
 * The network of a test: `network.use(http.get(admin("grants"), …))`. What pages ask besides what they are about is
 * empty unless a test says otherwise.
 */
export const network = setupServer(
  http.get(admin("classification"), () => HttpResponse.json(nothing)),
  http.get(admin("grants"), () => HttpResponse.json([])),
  http.get(admin("grants/count"), () => HttpResponse.json(0)),
  http.get(admin("bundles/count"), () => HttpResponse.json(0)),
  http.get(admin("requests/count"), () => HttpResponse.json(0)),
);
