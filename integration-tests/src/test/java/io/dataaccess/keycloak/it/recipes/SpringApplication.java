/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import io.dataaccess.keycloak.server.ChildProcess;
import io.dataaccess.keycloak.server.Ports;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The recipe's API and web application, trusting the realm of the test; a static {@code @RegisterExtension} after the realm's. */
final class SpringApplication implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Realm realm;
    private final String browserOrigin;
    private final int port = Ports.free();

    @SuppressWarnings("NullAway.Init")
    private ChildProcess process;

    SpringApplication(Realm realm, String browserOrigin) {
        this.realm = realm;
        this.browserOrigin = browserOrigin;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Recipes.file("target/keycloak-data-access-recipes.jar").toString(),
                "--server.port=" + port,
                "--issuer=" + realm.issuer(),
                "--browser-origin=" + browserOrigin);
        Path log = Path.of(System.getProperty("server.home")).normalize().resolveSibling(realm.name() + ".log");
        process = ChildProcess.start("The recipe for Spring", builder, log);
        process.await(() -> Ports.isTaken(port), PATIENCE);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        process.close();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
