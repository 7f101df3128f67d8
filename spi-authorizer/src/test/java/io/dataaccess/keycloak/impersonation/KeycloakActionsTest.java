/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KeycloakActionsTest {

    private static final String LIST = "META-INF/services/org.keycloak.authentication.RequiredActionFactory";
    private static final String OURS = KeycloakActions.class.getName() + "$";

    private final ClassLoader loader = KeycloakActions.class.getClassLoader();

    /** An action that a new Keycloak brings must not be forgotten. */
    @Test
    void coversEveryActionWhenKeycloakBringsIt() throws IOException {
        List<String> listed = Collections.list(loader.getResources(LIST)).stream()
                .flatMap(KeycloakActionsTest::lines)
                .toList();
        List<String> keycloaks =
                listed.stream().filter(name -> name.startsWith("org.keycloak.")).toList();

        assertThat(keycloaks).hasSizeGreaterThan(12);
        assertThat(listed.stream().filter(name -> name.startsWith(OURS)).map(this::replaced))
                .containsExactlyInAnyOrderElementsOf(keycloaks);
    }

    private String replaced(String name) {
        try {
            return Class.forName(name, false, loader).getSuperclass().getName();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> lines(URL list) {
        try (var content = list.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
