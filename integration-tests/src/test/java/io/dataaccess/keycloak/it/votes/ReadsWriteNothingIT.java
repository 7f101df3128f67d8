/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ComponentRepresentation;

/** Whatever is looked at, in whatever state the realm is: no record changes, no mail is posted, no event tells of one. */
final class ReadsWriteNothingIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final String POLICY = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";
    private static final String CATEGORY = "io.dataaccess.keycloak.catalog.DataCategoryProvider";

    private static final Workforce workforce = new Workforce(realm);
    private static final Rows rows = new Rows(realm);
    private static final Reads reads = new Reads();
    private static final Visitor visitor = new Visitor();

    /** For auditors and approvers, which pat is not. */
    private static final String RECEIPT = "/receipt";

    private static List<String> ids = List.of();
    private static String session = "";
    private static String waiting = "";

    /** A grant, its extension, one with a vote, two that wait; a request and a grant whose time is over. */
    @BeforeAll
    static void file() throws SQLException {
        workforce.openAccountConsole();
        Stream.of("avery", "olga", "pat").forEach(workforce::desk);
        String grant = workforce.grant("lin");
        session = realm.tokens()
                .password(Client.SAMPLE_APP, "lin", "openid us-contact")
                .accessToken();
        String extension = workforce.file("lin", "us-contact");
        String voted = workforce.file("lin", "us-private");
        workforce.approve("avery", voted);
        String europe = workforce.file("maria", "eu-contact");
        rows.endRequest(workforce.file("maria", "us-private"));
        rows.endGrant(workforce.grant("maria"));
        ids = List.of(grant, extension, voted, europe);
        ask(workforce.newcomer());
    }

    /** Somebody waits at the step-up. */
    private static void ask(String employee) {
        visitor.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"))
                .signIn(employee)
                .submit(
                        "#kc-data-access-form",
                        Map.of("action", "file", "purpose", "legal-request", "justification", "A court asks for it"));
        waiting = visitor.page().select("#data-access-waiting").attr("data-refresh-url");
        assertThat(waiting).as(visitor.page().text()).isNotEmpty();
    }

    @AfterEach
    void assertNobodyWasTold() {
        assertThat(realm.events("CUSTOM_REQUIRED_ACTION"))
                .filteredOn(event -> event.getDetails().containsKey("data_access_action"))
                .allMatch(event -> "filed".equals(event.getDetails().get("data_access_action")));
    }

    @Test
    void writesNothingWhenAllIsWell() throws SQLException {
        assertThat(reads.ofStaff(ids))
                .filteredOn(path -> !path.endsWith(RECEIPT))
                .allSatisfy(path -> assertThat(workforce.desk("pat").get(path).status())
                        .as(path)
                        .isIn(200, 404));
        assertThat(reads.ofStaff(ids))
                .filteredOn(path -> path.endsWith(RECEIPT))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(workforce.desk("olga").get(path).status())
                        .as(path)
                        .isIn(200, 202, 404));
        assertUnchanged();
    }

    @Test
    void writesNothingWhenCategoryIsAway() throws SQLException {
        assertUnchangedWithout(CATEGORY, "us.user.contact");
    }

    @Test
    void writesNothingWhenPolicyIsAway() throws SQLException {
        assertUnchangedWithout(POLICY, "us-confidential");
    }

    @Test
    void writesNothingWhenScopeListsNothing() throws SQLException {
        assertUnchangedListing("");
    }

    @Test
    void writesNothingWhenScopeIsReclassified() throws SQLException {
        assertUnchangedListing("us.user.contact us.user.content.public");
    }

    @Test
    void writesNothingWhenSubjectIsBarred() throws SQLException {
        realm.changeAttribute("lin", "legal_entity", Workforce.BARRED);
        assertUnchanged();
        realm.changeAttribute("lin", "legal_entity", "Clips Singapore");
    }

    @Test
    void writesNothingWhenSubjectIsDisabled() throws SQLException {
        realm.changeUser("maria", maria -> maria.setEnabled(false));
        assertUnchanged();
        realm.changeUser("maria", maria -> maria.setEnabled(true));
    }

    private static void assertUnchangedListing(String categories) throws SQLException {
        realm.changeCategories("us-contact", categories);
        assertUnchanged();
        realm.changeCategories("us-contact", "us.user.contact");
    }

    private static void assertUnchangedWithout(String type, String name) throws SQLException {
        ComponentRepresentation component =
                realm.admin().components().query(null, type, name).get(0);
        realm.admin().components().component(component.getId()).remove();
        assertUnchanged();
        component.setId(null);
        realm.admin().components().add(component).close();
    }

    private static void assertUnchanged() throws SQLException {
        List<String> before = rows.all();
        assertThat(before).hasSizeGreaterThan(ids.size());
        readEverything();
        assertThat(rows.all()).isEqualTo(before);
    }

    private static void readEverything() {
        Stream.of("avery", "olga", "pat")
                .map(workforce::desk)
                .forEach(desk -> reads.ofStaff(ids).forEach(path -> read(desk, path)));
        Stream.of("lin", "maria")
                .map(workforce::account)
                .forEach(account -> reads.ofRequesters(ids).forEach(path -> read(account, path)));
        workforce
                .desk("pat")
                .post("decisions", Map.of("subject", "lin", "clientId", "sample-app", "scope", "us-contact"));
        realm.tokens().introspect(Client.SAMPLE_API, session);
        realm.tokens().userinfo(session);
        realm.tokens().password(Client.SAMPLE_APP, "lin", "openid us-contact");
        assertThat(visitor.ask(waiting)).isEqualTo(200);
        visitor.open(waiting);
    }

    private static void read(Rest rest, String path) {
        assertThat(rest.get(path).status()).as(path).isLessThan(500);
    }
}
