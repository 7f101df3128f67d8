/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Sessions in which somebody else acts for a person: nothing changes there in the person's name, and such a session stays
 * recognisable whatever way a login takes. Also changes in a person's own session, on a page or by Keycloak's account REST,
 * which need a recent login, and what that REST does without a trace: to sign out everywhere.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.impersonation;
