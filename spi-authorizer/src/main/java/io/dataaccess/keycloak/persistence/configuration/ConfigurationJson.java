/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.configuration.Lock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link Configuration#content()} has written. */
final class ConfigurationJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ConfigurationJson() {}

    private record Content(
            int approvals, List<Element> categories, List<Locked> locks, List<Element> policies, List<Scope> scopes) {

        Configuration configuration() {
            return new Configuration(
                    categories.stream().map(Element::element).toList(),
                    policies.stream().map(Element::element).toList(),
                    scopes.stream().map(Scope::scope).toList(),
                    approvals,
                    locks.stream().map(Locked::lock).toList());
        }
    }

    private record Element(Map<String, List<String>> config, String name) {

        ConfiguredElement element() {
            return ConfiguredElement.of(name, config);
        }
    }

    private record Scope(String categories, String id, String name) {

        ConfiguredScope scope() {
            return new ConfiguredScope(id, name, categories);
        }
    }

    private record Locked(String at, String by, String id, String kind, String reason, String scopeId, String target) {

        Lock lock() {
            return new Lock(
                    id,
                    Lock.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    target,
                    Optional.of(scopeId).filter(scope -> !scope.isEmpty()),
                    reason,
                    by,
                    Instant.parse(at));
        }
    }

    /** Empty for anything else. */
    static Optional<Configuration> read(String content) {
        try {
            return Optional.of(MAPPER.readValue(content, Content.class).configuration());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
