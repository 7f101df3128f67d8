/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * A group of the realm, never of an organization: matched by id, the path is for people and conditions to read.
 *
 * @param id Keycloak's group id
 * @param path such as {@code /us-security}
 */
public record GroupRef(String id, String path) {}
