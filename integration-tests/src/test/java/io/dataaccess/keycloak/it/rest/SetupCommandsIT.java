/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands that set up categories, policies and scopes, as they stand in docs/operations.md, in their order. */
final class SetupCommandsIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final Realm realm = new Realm();

    /** Where kcadm keeps the login. */
    @TempDir
    static Path home;

    private static final Staff staff = new Staff(realm);

    @Test
    void setUpAndTakeAwayWhenRunInTheirOrder() throws IOException, InterruptedException {
        List<String> commands = commands("Set up with commands");
        assertThat(commands).hasSize(8);

        for (String command : commands.subList(0, 4)) {
            run(command);
        }
        assertThat(found("categories", "key", "uk.user.contact")
                        .path("sensitivity")
                        .asText())
                .isEqualTo("CONFIDENTIAL");
        assertThat(found("scopes", "name", "uk-contact").path("categories").toString())
                .contains("uk.user.contact");
        assertThat(realm.admin().clients().findByClientId("sample-app").get(0).getOptionalClientScopes())
                .contains("uk-contact");

        run(commands.get(4));
        assertThat(found("policies", "name", "uk-confidential").toString())
                .contains("PT4H", "safety-review", "/us-security", "Clips Ireland");
        assertThat(found("scopes", "name", "uk-contact").path("categories").toString())
                .contains("uk.user.contact", "us.user.contact");

        run(commands.get(5));
        assertThat(realm.admin().toRepresentation().getAttributes())
                .containsEntry("data-access.maxPendingRequests", "40")
                .containsEntry("data-access.adminClients", "security-admin-console admin-cli");

        realm.change(file -> file.getAttributes().remove("data-access.adminClients"));
        run(commands.get(6));
        assertThat(realm.admin().toRepresentation().getAttributes())
                .containsEntry("data-access.adminClients", "security-admin-console admin-cli");

        run(commands.get(7));
        assertThat(classification().toString()).doesNotContain("uk-contact", "uk-confidential", "uk.user.contact");
    }

    /** A realm that Keycloak has just made has every problem that the commands are for. */
    @Test
    void leaveNoProblemsWhenTheRealmWasEmpty() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("KC_CLI_PASSWORD", "admin", "REALM", realm.name() + "-empty");
        List<String> commands = commands("Set up with commands");
        String adminClients = commands.get(6);
        String problems = "kcadm.sh get data-access/classification -r \"$REALM\" --fields 'problems(code,where)'";
        run(commands.get(0) + "kcadm.sh create realms -s realm=\"$REALM\" -s enabled=true", environment);
        try {
            assertThat(run(adminClients + problems, environment)).contains("action_missing", "log_key_missing");
            run(commands("Begin with an empty realm").get(0), environment);
            assertThat(run(problems, environment)).contains("\"problems\" : [ ]");
        } finally {
            run("kcadm.sh delete \"realms/$REALM\"", environment);
        }
    }

    @Test
    void followAnAccessFromItsRequestToItsTokens() throws IOException, InterruptedException {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);
        realm.tokens().password(Client.SAMPLE_APP, lin, "openid us-contact");
        String management = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        realm.user("olga")
                .roles()
                .clientLevel(management)
                .add(List.of(realm.admin()
                        .clients()
                        .get(management)
                        .roles()
                        .get("view-events")
                        .toRepresentation()));

        String output = run(
                commands("For auditors").get(0),
                Map.of("KC_USER", "olga", "KC_CLI_PASSWORD", Realm.PASSWORD, "PERSON", lin, "GRANT_ID", grant));

        assertThat(output).contains("\"grant\" : {", "\"requestId\"", "\"data_access_grants\" : \"" + grant, "APPROVE");
    }

    @Test
    void readAllRequestsPageByPage() throws IOException, InterruptedException {
        String first = staff.newcomer();
        String firstRequest = staff.file(first, "us-contact");
        String second = staff.newcomer();
        String secondRequest = staff.file(second, "us-contact");
        Map<String, String> environment =
                Map.of("KC_USER", "olga", "KC_CLI_PASSWORD", Realm.PASSWORD, "UNTIL", "2999-01-01T00:00:00Z");
        List<String> commands = commands("For auditors");
        String login = commands.get(0).lines().findFirst().orElseThrow();
        String onePerPage = commands.get(1).replace("max=100", "max=1").replace("first + 100", "first + 1");

        String output = run(login + "\n" + onePerPage, environment);

        assertThat(output.lines())
                .filteredOn(line -> line.startsWith("\""))
                .anySatisfy(line -> assertThat(line).contains(firstRequest, "sample-app", "us-contact", first))
                .anySatisfy(line -> assertThat(line).contains(secondRequest, second))
                .doesNotHaveDuplicates();
    }

    private static JsonNode found(String list, String field, String value) {
        for (JsonNode each : classification().path(list)) {
            if (each.path(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError(value + " is missing in " + list + ": " + classification());
    }

    private static JsonNode classification() {
        return realm.adminRestOf("olga").get("classification").body();
    }

    private static void run(String command) throws IOException, InterruptedException {
        run(command, Map.of("KC_CLI_PASSWORD", "admin"));
    }

    private static String run(String command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", command).redirectErrorStream(true);
        Path programs = Path.of(System.getProperty("server.distribution"), "bin");
        builder.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_OPTS", "-Duser.home=" + home);
        builder.environment().put("KC_SERVER", Master.server(realm));
        builder.environment().put("REALM", realm.name());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + output).isZero();
        return output;
    }

    private static List<String> commands(String heading) throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("realm.file")).resolveSibling("../../docs/operations.md"));
        String section = page.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        return COMMANDS.matcher(section).results().map(found -> found.group(1)).toList();
    }
}
