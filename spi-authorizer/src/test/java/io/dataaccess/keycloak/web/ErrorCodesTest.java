/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static io.dataaccess.keycloak.access.Rejection.ALREADY_VOTED;
import static io.dataaccess.keycloak.access.Rejection.CONDITIONS_NOT_MET;
import static io.dataaccess.keycloak.access.Rejection.DIFFERENT_PENDING;
import static io.dataaccess.keycloak.access.Rejection.INVALID_COMMENT;
import static io.dataaccess.keycloak.access.Rejection.INVALID_CONFIGURATION;
import static io.dataaccess.keycloak.access.Rejection.INVALID_TICKET;
import static io.dataaccess.keycloak.access.Rejection.NOTHING_CHANGED;
import static io.dataaccess.keycloak.access.Rejection.NOT_AN_APPROVER;
import static io.dataaccess.keycloak.access.Rejection.NOT_A_SERVICE_OWNER;
import static io.dataaccess.keycloak.access.Rejection.NOT_REQUIRED;
import static io.dataaccess.keycloak.access.Rejection.NOT_THE_PROPOSER;
import static io.dataaccess.keycloak.access.Rejection.NO_APPROVAL_NEEDED;
import static io.dataaccess.keycloak.access.Rejection.NO_APPROVER;
import static io.dataaccess.keycloak.access.Rejection.OVERTAKEN;
import static io.dataaccess.keycloak.access.Rejection.OWN_REQUEST;
import static io.dataaccess.keycloak.access.Rejection.RECLASSIFIED;
import static io.dataaccess.keycloak.access.Rejection.TOO_SOON;
import static io.dataaccess.keycloak.access.Rejection.UNKNOWN_PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the server refuses, the consoles say in the language of their reader. */
final class ErrorCodesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/dataaccess/keycloak");
    private static final Path THEME = Path.of("..", "themes/src/main/resources/theme/data-access");

    /** Of those who file only, so that the admin console never hears it. */
    private static final Set<Rejection> OF_REQUESTERS = EnumSet.of(
            UNKNOWN_PURPOSE,
            INVALID_TICKET,
            NO_APPROVAL_NEEDED,
            NOT_A_SERVICE_OWNER,
            NO_APPROVER,
            DIFFERENT_PENDING,
            TOO_SOON);

    /** Of those who decide only, so that the account console never hears it. */
    private static final Set<Rejection> OF_APPROVERS = EnumSet.of(
            INVALID_COMMENT,
            ALREADY_VOTED,
            RECLASSIFIED,
            NOT_AN_APPROVER,
            OWN_REQUEST,
            CONDITIONS_NOT_MET,
            OVERTAKEN,
            NOTHING_CHANGED,
            NOT_THE_PROPOSER,
            NOT_REQUIRED,
            INVALID_CONFIGURATION);

    /** An error by its code in the sources, as it is made in each of the ways that there are. */
    private static final Pattern CODE = Pattern.compile(
            "(?:InvalidCallException\\(\\s*\\d+,|InvalidCallException\\.forbidden\\(|missingRole\\(|refused\\(\\s*\\d+,"
                    + "|ErrorBody\\.of\\(|String CODE =)\\s*\"([a-z_]+)\"");

    @Test
    void findsTheCodesWhenTheyStandInTheSources() throws IOException {
        assertThat(codes("web"))
                .contains("invalid_request", "not_found", "conflict", "unavailable", "unsupported_media_type");
        assertThat(codes("admin")).contains("forbidden", "wrong_realm");
        assertThat(codes("account")).contains("service_account", "wrong_client");
    }

    /** Under its status. */
    @ParameterizedTest
    @EnumSource(Rejection.class)
    void standsInTheOpenApiFileWhenAnythingIsRejected(Rejection rejection) {
        assertThat(ErrorBody.CODES)
                .containsPattern(RejectionStatus.of(rejection) + ": ([a-z_]+, )*" + rejection.code() + "[,.]");
    }

    @Test
    void standsInTheOpenApiFileWhenACallIsRefused() throws IOException {
        Set<String> listed = Pattern.compile("[a-z]+(_[a-z]+)*(?=[,.])")
                .matcher(ErrorBody.CODES.split("come[.] ", 2)[1])
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> made = new TreeSet<>(codes("web"));
        made.addAll(codes("admin"));
        made.addAll(codes("account"));
        EnumSet.allOf(Rejection.class).forEach(rejection -> made.add(rejection.code()));

        assertThat(listed).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void isSaidInTheAdminConsoleWhenTheServerRefuses(String language) throws IOException {
        assertThat(keys("admin", language)).containsAll(prefixed("dataAccessSaid.", OF_REQUESTERS, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void isSaidInTheAccountConsoleWhenTheServerRefuses(String language) throws IOException {
        assertThat(keys("account", language)).containsAll(prefixed("dataAccessProblem.", OF_APPROVERS, "account"));
    }

    /** @param unheard what this console never hears */
    private static Set<String> prefixed(String prefix, Set<Rejection> unheard, String resources) throws IOException {
        Stream<String> rejections =
                EnumSet.complementOf(EnumSet.copyOf(unheard)).stream().map(Rejection::code);
        return Stream.of(rejections, codes("web").stream(), codes(resources).stream())
                .flatMap(codes -> codes)
                .map(code -> prefix + code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codes(String folder) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    private static Set<String> keys(String console, String language) throws IOException {
        Path file = THEME.resolve(console).resolve("messages/messages_" + language + ".properties");
        try (InputStream stream = Files.newInputStream(file)) {
            return new PropertyResourceBundle(stream).keySet();
        }
    }
}
