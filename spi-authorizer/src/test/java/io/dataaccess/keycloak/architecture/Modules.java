/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import java.util.List;
import java.util.stream.Stream;

/** How the provider jar is cut. */
final class Modules {

    static final String ROOT = "io.dataaccess.keycloak";
    static final List<String> KERNEL = List.of(
            "access",
            "classification",
            "configuration",
            "visibility",
            "condition",
            "grant",
            "policy",
            "approver",
            "request",
            "change");
    static final List<String> RIM = List.of("token", "prompt", "admin", "account", "events", "mail", "impersonation");

    static final List<String> ALL = Stream.of(
                    KERNEL,
                    RIM,
                    List.of(
                            "session",
                            "login",
                            "catalog",
                            "directory",
                            "lint",
                            "persistence",
                            "notify",
                            "log",
                            "logout",
                            "web",
                            "openapi"))
            .flatMap(List::stream)
            .toList();

    /** CEL, and what its own interface is made of. */
    static final List<String> CEL = List.of(
            "dev.cel..",
            "com.google.protobuf..",
            "com.google.re2j..",
            "com.google.common.collect..",
            "com.google.common.primitives..");

    private Modules() {}

    static String of(String part) {
        return ROOT + "." + part + "..";
    }

    static String[] of(String... parts) {
        return Stream.of(parts).map(Modules::of).toArray(String[]::new);
    }

    static String[] of(List<String> parts) {
        return of(parts.toArray(String[]::new));
    }
}
