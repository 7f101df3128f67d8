/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command for pipelines, as it stands in docs/operations.md. */
final class ProblemsCommandIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void succeedsWhenThereAreOnlyWarnings() throws IOException, InterruptedException {
        Ended ended = run(Realm.PASSWORD);

        assertThat(ended.output()).contains("approver_acr_blank");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void failsWhenThereIsAnError() throws IOException, InterruptedException {
        realm.changeCategories("eu-contact", "eu.user.contacts");
        Ended ended = run(Realm.PASSWORD);
        realm.changeCategories("eu-contact", "eu.user.contact");

        assertThat(ended.output()).contains("scope_unknown_category");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void failsWhenNobodyIsLoggedIn() throws IOException, InterruptedException {
        assertThat(run("wrong").exitCode()).isEqualTo(2);
    }

    private static Ended run(String password) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command()).redirectErrorStream(true);
        Path programs = Path.of(System.getProperty("server.distribution"), "bin");
        builder.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_SERVER", Master.server(realm));
        builder.environment().put("REALM", realm.name());
        builder.environment().put("KC_USER", "olga");
        builder.environment().put("KC_CLI_PASSWORD", password);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static String command() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("realm.file")).resolveSibling("../../docs/operations.md"));
        return page.split("```sh\n", 2)[1].split("```", 2)[0];
    }

    private record Ended(int exitCode, String output) {}
}
