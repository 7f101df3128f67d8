/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * An OAuth client: matched by id, the client id is only for people and conditions to read.
 *
 * @param id Keycloak's internal id
 * @param clientId the OAuth {@code client_id}
 */
public record ClientRef(String id, String clientId) {}
