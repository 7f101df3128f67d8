/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is bundled goes along with its licence, and is listed for machines as well (CycloneDX). */
final class JarsIT {

    private static final String SHADED = "io/dataaccess/keycloak/shaded/";

    @Nested
    final class TheProviderJar {

        private final Jar jar = Jar.ending("spi-authorizer.jar");

        @Test
        void holdsTheLicenceTextOfEverythingRelocated() throws IOException {
            Set<String> relocated = new TreeSet<>();
            jar.names().stream()
                    .filter(name -> name.startsWith(SHADED) && name.endsWith(".class"))
                    .map(name -> name.substring(SHADED.length()).split("/", 2)[0])
                    .forEach(relocated::add);

            assertThat(relocated).containsExactly("cel", "jcs", "protobuf", "re2j", "threeten", "transparency");
            // CEL has the licence of this extension.
            assertThat(jar.text("META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
            assertThat(jar.text("META-INF/licenses/protobuf.txt")).contains("Google Inc.", "binary form");
            assertThat(jar.text("META-INF/licenses/re2j.txt")).contains("The Go Authors", "binary form");
            assertThat(jar.text("META-INF/licenses/java-json-canonicalization.txt"))
                    .contains("Mozilla Public License");
            assertThat(jar.text("META-INF/licenses/threeten-extra.txt")).contains("Colebourne", "binary form");
        }

        @Test
        void holdsNothingBesideOursAndWhatIsRelocated() throws IOException {
            assertThat(jar.names())
                    .filteredOn(name -> name.endsWith(".class"))
                    .hasSizeGreaterThan(1000)
                    .allMatch(name -> name.startsWith("io/dataaccess/keycloak/"));
        }

        @Test
        void listsWhatIsBundled() throws IOException {
            assertThat(jar.text("META-INF/THIRD-PARTY.txt"))
                    .contains(
                            "dev.cel:cel:",
                            "protobuf-java:",
                            "com.google.re2j:re2j:",
                            "threeten-extra:",
                            "java-json-canonicalization:");
            assertThat(jar.components("spi-authorizer"))
                    .contains("cel", "protobuf-java", "re2j", "threeten-extra", "java-json-canonicalization");
        }
    }

    @Nested
    final class TheThemeJar {

        private final Jar jar = Jar.ending("themes.jar");

        @Test
        void holdsTheLicenceTextsOfThePackagesOfItsPages() throws IOException {
            assertThat(jar.text("META-INF/LICENSE")).contains("Apache License");
            assertThat(jar.text("META-INF/THIRD-PARTY.txt"))
                    .contains("@keycloak/keycloak-admin-ui 26.7.3 (Apache-2.0)", "Copyright", "react-router-dom");
        }

        @Test
        void listsThePackagesOfItsPagesAndNotItsTools() throws IOException {
            assertThat(jar.components("themes"))
                    .contains("@keycloak/keycloak-admin-ui", "react-router-dom", "i18next")
                    .doesNotContain("vite", "eslint", "vitest");
        }
    }

    private record Jar(File file) {

        static Jar ending(String name) {
            return Stream.of(System.getProperty("server.providers").split(File.pathSeparator))
                    .filter(path -> path.endsWith(name))
                    .map(path -> new Jar(new File(path)))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> names() throws IOException {
            try (JarFile jar = new JarFile(file)) {
                return jar.stream().map(ZipEntry::getName).toList();
            }
        }

        String text(String name) throws IOException {
            try (JarFile jar = new JarFile(file)) {
                ZipEntry entry = jar.getEntry(name);
                assertThat(entry).as(name).isNotNull();
                return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        List<String> components(String module) throws IOException {
            JsonNode sbom =
                    new ObjectMapper().readTree(text("META-INF/sbom/keycloak-data-access-" + module + ".cdx.json"));
            assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
            return sbom.path("components").findValuesAsText("purl").stream()
                    .map(purl -> purl.replace("%40", "@").replaceFirst("^pkg:(npm/|maven/[^/]+/)", ""))
                    .map(purl -> purl.replaceFirst("(?<=.)@[^@]*$", ""))
                    .toList();
        }
    }
}
