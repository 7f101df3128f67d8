/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.demo;

import io.dataaccess.keycloak.server.ChildProcess;
import io.dataaccess.keycloak.server.KeycloakServer;
import io.dataaccess.keycloak.server.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak with the demo realm and the sample application, until someone stops it. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Arguments arguments;

    private Demo(Arguments arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Demo(Arguments.of(args)).run();
    }

    private void run() throws IOException, InterruptedException {
        refuseTakenPort(arguments.keycloakPort(), "demo.keycloak.port");
        refuseTakenPort(arguments.appPort(), "demo.app.port");
        System.out.println("Starting Keycloak; the first start takes about a minute.");
        try (KeycloakServer keycloak = startKeycloak();
                ChildProcess app = startSampleApplication(keycloak);
                OutsideAuditor auditor = startAuditor(keycloak)) {
            System.out.println(Guide.text(keycloak.url(), arguments.appUrl(), arguments.dir()));
            System.out.println(auditor.guide());
            String ended = CompletableFuture.anyOf(keycloak.ended(), app.ended(), auditor.ended())
                    .join()
                    .toString();
            throw new IllegalStateException(ended);
        }
    }

    private static void refuseTakenPort(int port, String property) {
        if (Ports.isTaken(port)) {
            throw new IllegalStateException("Port " + port
                    + " is taken. Stop what listens there, or choose another with -D" + property + "=<port>");
        }
    }

    private KeycloakServer startKeycloak() throws IOException, InterruptedException {
        return KeycloakServer.of(arguments.path("distribution"), arguments.dir())
                .providers(arguments.paths("providers"))
                .realm(arguments.path("realm"))
                .port(arguments.keycloakPort())
                .start();
    }

    private ChildProcess startSampleApplication(KeycloakServer keycloak) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                arguments.path("app").toString(),
                "--port=" + arguments.appPort(),
                "--issuer=" + keycloak.url() + "/realms/workforce");
        ChildProcess app = ChildProcess.start(
                "The sample application", builder, arguments.dir().resolve("sample-app.log"));
        app.await(() -> Ports.isTaken(arguments.appPort()), PATIENCE);
        return app;
    }

    private OutsideAuditor startAuditor(KeycloakServer keycloak) throws IOException, InterruptedException {
        Path kcadm = arguments
                .dir()
                .resolve(arguments.path("distribution").getFileName())
                .resolve("bin/kcadm.sh");
        return OutsideAuditor.start(
                arguments.path("auditor"), arguments.dir().resolve("auditor"), keycloak.url(), kcadm);
    }

    private record Arguments(Map<String, String> values) {

        static Arguments of(String[] args) {
            return new Arguments(Arrays.stream(args)
                    .map(arg -> arg.split("=", 2))
                    .collect(Collectors.toMap(arg -> arg[0].substring("--".length()), arg -> arg[1])));
        }

        int keycloakPort() {
            return Integer.parseInt(value("keycloak-port"));
        }

        int appPort() {
            return Integer.parseInt(value("app-port"));
        }

        String appUrl() {
            return "http://localhost:" + appPort();
        }

        Path dir() {
            return path("dir");
        }

        Path path(String name) {
            return Path.of(value(name)).toAbsolutePath().normalize();
        }

        List<Path> paths(String name) {
            return Stream.of(value(name).split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        }

        private String value(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("--" + name + " is missing");
            }
            return value;
        }
    }
}
