/* SPDX-License-Identifier: Apache-2.0 */
import { setupServer } from "msw/node";

/** The network of a test: `network.use(http.get(admin("grants"), …))`. */
export const network = setupServer();

export const SERVER = "http://keycloak.test";

export const REALM = "workforce";

/** Address of a call of the REST API for approvers, auditors and policy admins. */
export const admin = (path: string) =>
  `${SERVER}/admin/realms/${REALM}/data-access/${path}`;

/** Address of a call of the REST API for requesters. */
export const own = (path: string) =>
  `${SERVER}/realms/${REALM}/data-access/${path}`;
