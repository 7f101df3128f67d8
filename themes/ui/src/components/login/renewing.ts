/* SPDX-License-Identifier: Apache-2.0 */

/** Keycloak takes a login exactly as old as it is asked for; the server, a moment later, does not. */
export const renewing = (maxAge: string) => Math.max(0, Number(maxAge) - 1);
