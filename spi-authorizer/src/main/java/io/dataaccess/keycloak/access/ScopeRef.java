/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * A client scope: matched by id, the name is what stands in a token's {@code scope}.
 *
 * @param id Keycloak's id of the client scope
 * @param name its name
 */
public record ScopeRef(String id, String name) {}
