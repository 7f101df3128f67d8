/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * All that decides in a realm, as it is written: what stands there, what was approved, or what is proposed.
 *
 * @param categories the data categories, ordered by name, those that cannot be read included
 * @param policies the approval policies, likewise
 * @param scopes the guarded scopes, ordered by name
 * @param approvals how many policy admins must approve a change; at least 1
 * @param locks what is refused whatever the rest says
 */
public record Configuration(
        List<ConfiguredElement> categories,
        List<ConfiguredElement> policies,
        List<ConfiguredScope> scopes,
        int approvals,
        List<Lock> locks) {

    public Configuration {
        if (approvals < 1) {
            throw new IllegalArgumentException("A change needs somebody who approves it");
        }
        categories = categories.stream().sorted(ConfiguredElement.ORDER).toList();
        policies = policies.stream().sorted(ConfiguredElement.ORDER).toList();
        scopes = scopes.stream().sorted(ConfiguredScope.ORDER).toList();
        locks = locks.stream().sorted(Lock.ORDER).toList();
    }

    /** The scope with this id as it is written here. */
    public Optional<ConfiguredScope> scope(String id) {
        return scopes.stream().filter(scope -> scope.id().equals(id)).findFirst();
    }

    /** Whether a guarded scope is called so, whatever its id. */
    public boolean hasScopeNamed(String name) {
        return scopes.stream().anyMatch(scope -> scope.name().equals(name));
    }

    public Configuration withLocks(List<Lock> others) {
        return new Configuration(categories, policies, scopes, approvals, others);
    }

    /** As canonical JSON (RFC 8785): the same text for the same configuration, wherever it was read. */
    public String content() {
        return CanonicalContent.of(this);
    }

    /** Hex SHA-256 of {@link #content()} in UTF-8. */
    public String hash() {
        return hash(content());
    }

    /** Hex SHA-256 of what {@link #content()} gave once. */
    public static String hash(String content) {
        return Fingerprint.of(content);
    }
}
