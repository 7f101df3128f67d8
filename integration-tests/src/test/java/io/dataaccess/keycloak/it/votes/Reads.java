/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Every GET of both REST interfaces, as the provider jar describes itself: one that is added is read as well. */
final class Reads {

    private static final String ADMIN = "/admin/realms/{realm}/data-access/";
    private static final String SELF = "/realms/{realm}/data-access/";
    private static final int FEWEST = 12;

    private final List<String> paths;

    Reads() {
        this.paths = described();
        assertThat(paths).hasSizeGreaterThan(FEWEST);
    }

    /** Of approvers, auditors and policy admins: relative, with these ids in turn. */
    List<String> ofStaff(List<String> ids) {
        return under(ADMIN, ids);
    }

    /** Of requesters. */
    List<String> ofRequesters(List<String> ids) {
        return under(SELF, ids);
    }

    private List<String> under(String base, List<String> ids) {
        return paths.stream()
                .filter(path -> path.startsWith(base))
                .map(path -> path.substring(base.length()))
                .flatMap(path -> path.contains("{id}")
                        ? ids.stream().map(id -> path.replace("{id}", id))
                        : Stream.of(
                                path + "?clientId=sample-app",
                                path + "?clientId=sample-app&status=PENDING&decidable=true"))
                .toList();
    }

    private static List<String> described() {
        List<String> found = new ArrayList<>();
        String path = "";
        for (String line : file().lines().toList()) {
            if (line.matches(" {2}/\\S+:")) {
                path = line.substring(2, line.length() - 1);
            } else if (line.equals("    get:")) {
                found.add(path);
            }
        }
        return found;
    }

    private static String file() {
        String provider = System.getProperty("server.providers").split(File.pathSeparator, 2)[0];
        try (ZipFile jar = new ZipFile(provider);
                InputStream file =
                        jar.getInputStream(Objects.requireNonNull(jar.getEntry("META-INF/openapi/data-access.yaml")))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
