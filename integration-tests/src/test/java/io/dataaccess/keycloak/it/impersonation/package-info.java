/* SPDX-License-Identifier: Apache-2.0 */
/** Somebody acts as another person: what they can do to that person's account. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.impersonation;
