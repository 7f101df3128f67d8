/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Access grants: an approved permission, from when until when, and how it ended.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.grant;
