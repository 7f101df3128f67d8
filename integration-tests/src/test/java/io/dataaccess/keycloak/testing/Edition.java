/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Keycloaks that tests run on; each starts with the first realm that asks for it. */
public enum Edition {
    /** As operators run it. */
    STANDARD(""),
    /** With the preview features on that issue tokens in further ways, and below a path of its own. */
    PREVIEW(
            "/auth",
            "--features=token-exchange:v1,admin-fine-grained-authz:v1,parameterized-scopes,transient-users,oid4vc-vci,"
                    + "oid4vc-vci-preauth-code,oid4vc-vci-rest-credential-offer,authzen,scim-api,cimd");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    Edition(String path, String... options) {
        this.path = path;
        this.options = List.of(options);
    }

    /** Before every path of the server. */
    String path() {
        return path;
    }

    List<String> options() {
        return options;
    }

    /** Our jars. */
    List<Path> providers() {
        return Stream.of(System.getProperty("server.providers").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Features are built in: each edition has its own working copy. */
    Path home() {
        return TestServer.path("server.home").resolve(name().toLowerCase(Locale.ROOT));
    }
}
