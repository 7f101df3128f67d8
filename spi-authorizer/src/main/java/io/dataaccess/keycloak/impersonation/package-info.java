/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Sessions in which somebody else acts for a person: nothing of the person's credentials, profile or account changes there,
 * and such a session stays recognisable whatever way a login takes.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.impersonation;
