/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Configurations of tests. */
public final class Configurations {

    private Configurations() {}

    public static Configuration empty() {
        return new Configuration(List.of(), List.of(), List.of(), 1, List.of());
    }

    /** One category, one policy, one guarded scope. */
    public static Configuration usContact() {
        return of(category("CONFIDENTIAL"), policy("PT8H"), scope("us.user.contact"));
    }

    public static Configuration of(ConfiguredElement category, ConfiguredElement policy, ConfiguredScope scope) {
        return new Configuration(List.of(category), List.of(policy), List.of(scope), 1, List.of());
    }

    public static ConfiguredElement category(String sensitivity) {
        return element("us.user.contact", "jurisdiction", "US", "sensitivity", sensitivity);
    }

    public static ConfiguredElement policy(String longest) {
        return element("us-confidential", "maxDuration", longest);
    }

    public static ConfiguredScope scope(String categories) {
        return new ConfiguredScope("scope-1", "us-contact", categories);
    }

    /** With one value for each field. */
    public static ConfiguredElement element(String name, String... fieldsAndValues) {
        Map<String, List<String>> config = new TreeMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            config.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1]));
        }
        return ConfiguredElement.of(name, config);
    }

    public static Lock lock(Lock.Kind kind, String target) {
        return new Lock(
                "lock-1",
                kind,
                target,
                kind == Lock.Kind.SCOPE ? Optional.of("scope-1") : Optional.empty(),
                "A leak is suspected",
                "pat-id",
                Instant.parse("2026-11-28T12:00:00Z"));
    }
}
