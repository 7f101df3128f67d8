/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

/**
 * Which policy it was, and in which wording.
 *
 * @param sha256 hex SHA-256 of the policy's configuration
 */
public record PolicyVersion(String name, String sha256) {}
