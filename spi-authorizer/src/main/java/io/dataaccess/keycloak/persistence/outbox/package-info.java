/* SPDX-License-Identifier: Apache-2.0 */
/** What Keycloak's own store does not ask of its outbox. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence.outbox;
