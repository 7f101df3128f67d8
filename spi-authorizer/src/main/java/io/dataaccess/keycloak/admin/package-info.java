/* SPDX-License-Identifier: Apache-2.0 */
/**
 * REST for approvers, auditors and policy admins. Keycloak verifies the token and nothing else: every endpoint here
 * checks its caller. Depends on session and web.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.admin;
