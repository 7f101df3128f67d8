/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The life of an access request: filed, voted on, decided, ended. Depends on approver.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.request;
