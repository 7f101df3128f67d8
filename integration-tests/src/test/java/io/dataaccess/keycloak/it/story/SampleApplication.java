/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.story;

import io.dataaccess.keycloak.server.ChildProcess;
import io.dataaccess.keycloak.server.Ports;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The packaged sample application, trusting the realm of the test; a static {@code @RegisterExtension} after the realm's. */
public final class SampleApplication implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Realm realm;
    private final int port = Ports.free();

    @SuppressWarnings("NullAway.Init")
    private ChildProcess process;

    public SampleApplication(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("sample-app.jar")).normalize();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--port=" + port,
                "--issuer=" + realm.issuer());
        Path log = Path.of(System.getProperty("server.home")).normalize().resolveSibling(realm.name() + ".log");
        process = ChildProcess.start("The sample application", builder, log);
        process.await(() -> Ports.isTaken(port), PATIENCE);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        process.close();
    }

    public String url() {
        return "http://localhost:" + port + "/";
    }
}
