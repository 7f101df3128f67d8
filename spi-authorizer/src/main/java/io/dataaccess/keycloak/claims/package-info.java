/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A protocol mapper that repeats the gate's claims in ID tokens and userinfo, where an operator wants them.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.claims;
