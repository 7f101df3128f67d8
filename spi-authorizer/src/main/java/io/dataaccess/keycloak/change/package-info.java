/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The life of a change request: how a proposed configuration is decided by several people, and what lessens the protection of
 * data. Depends on request and what is below it, and on configuration.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.change;
