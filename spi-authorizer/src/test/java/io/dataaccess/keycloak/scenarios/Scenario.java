/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.scenarios;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of a decision table in {@code scenarios/*.yaml}; the README there says what each word means. Knows nothing of
 * what runs it: the kernel, or a real Keycloak.
 */
public record Scenario(
        String name,
        Changes realm,
        List<Approved> grants,
        Changes then,
        Question question,
        Map<String, Expected> expect,
        String token) {

    /** What differs from the demo realm: by name, values by attribute. Null in place of the values removes the thing. */
    public record Changes(
            Map<String, Map<String, List<String>>> users,
            Map<String, Map<String, List<String>>> categories,
            Map<String, Map<String, List<String>>> policies,
            Map<String, Map<String, List<String>>> scopes) {

        static final Changes NONE = new Changes(null, null, null, null);

        public Changes {
            users = users == null ? Map.of() : users;
            categories = categories == null ? Map.of() : categories;
            policies = policies == null ? Map.of() : policies;
            scopes = scopes == null ? Map.of() : scopes;
        }
    }

    /** Access that was asked for, as long as it says, and approved by everybody needed. */
    public record Approved(String subject, String client, String scope, String lasting, String ago, boolean ended) {

        public Duration duration() {
            return Duration.parse(lasting);
        }

        /** How long before the question it was approved. */
        public Duration before() {
            return ago == null ? Duration.ZERO : Duration.parse(ago);
        }
    }

    /** Who asks, through which client, for which guarded scopes. */
    public record Question(String subject, String client, List<String> scopes, boolean impersonated) {}

    /** What comes of one scope: {@code allowed} or the reason of the refusal; the grant it rests on ends after that long. */
    public record Expected(String is, String until) {

        public static final String ALLOWED = "allowed";

        public boolean isAllowed() {
            return is.equals(ALLOWED);
        }

        /** Empty when no grant is needed or none suffices. */
        public Optional<Duration> end() {
            return Optional.ofNullable(until).map(Duration::parse);
        }
    }

    public Scenario {
        realm = realm == null ? Changes.NONE : realm;
        then = then == null ? Changes.NONE : then;
        grants = grants == null ? List.of() : List.copyOf(grants);
        expect = Map.copyOf(expect);
    }

    public boolean isAllowed() {
        return expect.values().stream().allMatch(Expected::isAllowed);
    }

    /** How long a token issued now may last at most; empty where the table does not say. */
    public Optional<Duration> longestToken() {
        return Optional.ofNullable(token).map(Duration::parse);
    }

    /** The tables of the folder, by file name. */
    public static Stream<Path> tables(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of a table; a word that nobody knows is an error. */
    public static List<Scenario> of(Path table) {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
        try {
            return yaml.readValue(table.toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
