/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Every GET of both REST interfaces, as the provider jar describes itself: one that is added is read as well. */
final class Reads {

    private static final String ADMIN = "/admin/realms/{realm}/data-access/";
    private static final String SELF = "/realms/{realm}/data-access/";
    private static final int FEWEST = 12;
    private static final Pattern NAME = Pattern.compile("(?:- | {2})name: \"?(\\w+)\"?");
    private static final List<String> FILTERS = List.of("clientId=sample-app", "status=PENDING", "decidable=true");

    /** Of each path, the names of what its GET takes. */
    private final Map<String, Set<String>> paths;

    Reads() {
        this.paths = described();
        assertThat(paths).hasSizeGreaterThan(FEWEST);
        assertThat(paths.get(ADMIN + "requests")).contains("clientId", "status", "decidable");
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
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(base))
                .flatMap(entry -> filled(entry.getKey().substring(base.length()), entry.getValue(), ids))
                .toList();
    }

    /** With each of the ids, or as it is and with those filters that it takes. */
    private static Stream<String> filled(String path, Set<String> names, List<String> ids) {
        if (path.contains("{id}")) {
            return ids.stream().map(id -> path.replace("{id}", id));
        }
        if (path.contains("{path}")) {
            return Stream.of(path.replace("{path}", "0/000"), path.replace("{path}", "entries/000"));
        }
        String filters = FILTERS.stream()
                .filter(filter -> names.contains(filter.substring(0, filter.indexOf('='))))
                .collect(Collectors.joining("&"));
        return Stream.of(path, path + "?" + filters).distinct();
    }

    private static Map<String, Set<String>> described() {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        String path = "";
        boolean isRead = false;
        for (String line : file().lines().toList()) {
            Matcher name = NAME.matcher(line);
            if (line.matches(" {2}/\\S+:")) {
                path = line.substring(2, line.length() - 1);
            } else if (line.matches(" {4}\\w+:")) {
                isRead = line.equals("    get:");
                if (isRead) {
                    found.put(path, new HashSet<>());
                }
            } else if (isRead && line.startsWith("      ") && name.find()) {
                Objects.requireNonNull(found.get(path)).add(name.group(1));
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
