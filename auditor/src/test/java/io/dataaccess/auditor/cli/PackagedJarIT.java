/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.auditor.testing.Story;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.auditor.testing.TestReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as an auditor gets it: one file, nothing of Keycloak in it, licences and bill of materials with it. */
final class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("auditor.jar", ""));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void verifiesAReceiptWhenItIsAloneInAFolder() throws Exception {
        Story story = new Story();
        TestLog log = new TestLog().add(story.entries()).publish(Instant.now());
        TestReceipt receipt = new TestReceipt(log, story);
        Files.copy(JAR, folder.resolve("auditor.jar"));
        Files.writeString(folder.resolve("policy"), log.policy());
        Files.write(folder.resolve("true.json"), receipt.bytes());
        receipt.entries().remove(3);
        Files.write(folder.resolve("forged.json"), receipt.bytes());

        assertThat(run("verify", "true.json", "--policy", "policy")).isZero();
        assertThat(run("verify", "forged.json", "--policy", "policy")).isEqualTo(1);
        assertThat(run("verify", "none.json", "--policy", "policy")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("output"))).contains("none.json");
    }

    @Test
    void holdsNothingWhenItIsNotOursOrListed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> classes = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/versions/"))
                    .toList();
            assertThat(classes)
                    .hasSizeGreaterThan(500)
                    .allMatch(name -> name.matches("(io/dataaccess|picocli|com/fasterxml/jackson|org/erdtman/jcs)/.*"));
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .contains("picocli:", "jackson-core:", "jackson-databind:", "java-json-canonicalization:");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Version 2.0, January 2004");
            assertThat(text(jar, "META-INF/licenses/java-json-canonicalization.txt"))
                    .contains("Mozilla Public License", "Lucent", "V8 project");
            assertThat(text(jar, "META-INF/FastDoubleParser-LICENSE")).isNotEmpty();
            assertThat(text(jar, "META-INF/sbom/keycloak-data-access-auditor.cdx.json"))
                    .contains("CycloneDX", "picocli@", "jackson-databind@", "java-json-canonicalization@");
        }
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "auditor.jar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static String text(JarFile jar, String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(jar.getEntry(name)).orElseThrow();
        return new String(jar.getInputStream(entry).readAllBytes(), UTF_8);
    }
}
