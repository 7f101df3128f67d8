/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Names that look like a guarded scope, and lists that hide one. */
final class ScopeSpellingIT {

    private static final Client NAMESAKE = new Client("us-contact", "us-contact-secret");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void makeNamesakes() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(NAMESAKE.id());
        client.setName("us-contact");
        client.setSecret(NAMESAKE.secret());
        client.setDirectAccessGrantsEnabled(true);
        client.setServiceAccountsEnabled(true);
        realm.admin().clients().create(client).close();
        RoleRepresentation role = new RoleRepresentation();
        role.setName("us-contact");
        realm.admin().roles().create(role);
        new ClientScopes(realm).client("us-contact").roles().create(role);
        realm.user("maria")
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get("us-contact").toRepresentation()));
        realm.user("maria")
                .roles()
                .clientLevel(realm.admin()
                        .clients()
                        .findByClientId("us-contact")
                        .get(0)
                        .getId())
                .add(List.of(new ClientScopes(realm)
                        .client("us-contact")
                        .roles()
                        .get("us-contact")
                        .toRepresentation()));
    }

    static Stream<String> hidden() {
        return Stream.of(
                "us-contact",
                "us-contact us-contact openid",
                "us-contact\u0000",
                "openid us-contact offline_access",
                "openid us-public us-contact",
                "openid us-contact us-public",
                "openid profile email offline_access us-public us-contact us-private eu-contact",
                "openid " + "us-contact ".repeat(200).strip());
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void refusesWhenListHoldsItSomewhere(String scope) {
        Outcome.assertRefused(realm.tokens().password(Client.SAMPLE_APP, "maria", scope));
        assertThat(realm.user("maria").getOfflineSessions(appId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-contact",
                "us-contact us-contact openid",
                "us-contact\u0000",
                "openid us-contact offline_access"
            })
    void opensWhenListHoldsItAndApproved(String scope) {
        Outcome.assertOpens(realm.tokens().password(Client.SAMPLE_APP, "approved", scope), grant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US-CONTACT",
                "Us-Contact",
                "us\u2010contact",
                "us\u2011contact",
                "u\u0455-contact",
                "us-c\u043entact",
                "us-contact\u200b",
                "us-contact\u00a0openid",
                "openid\tus-contact",
                "openid\nus-contact",
                "openid\r\nus-contact",
                "us-contact,openid",
                "us-contact:x",
                "us-contact*",
                "openid  us-contact",
                " us-contact ",
                "%75s-contact",
                "us-contact/../us-public"
            })
    void knowsNoSuchScopeWhenNameOnlyLooksLikeIt(String scope) {
        for (String username : new String[] {"maria", "approved"}) {
            Answer answer = realm.tokens().password(Client.SAMPLE_APP, username, scope);

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_scope");
            assertThat(answer.reason()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-CONTACT", "us\u2010contact", "openid\tus-contact", "us-contact:x"})
    void startsNoLoginWhenNameOnlyLooksLikeIt(String scope) {
        Visitor visitor = new Visitor().open(AuthorizationUrl.of(realm, scope).toString());

        assertThat(visitor.told("error")).isEqualTo("invalid_scope");
    }

    @Test
    void leavesNoGuardedScopeWhenListIsTooLongForTheAddress() {
        String scope = "openid us-contact "
                + IntStream.range(0, 1000).mapToObj(i -> "us-contact").collect(Collectors.joining(" "));
        Visitor visitor = new Visitor().open(AuthorizationUrl.of(realm, scope).toString());

        visitor.signIn("maria");

        Outcome.assertOpensNothing(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")));
    }

    @Test
    void refusesBothWhenOneOfTwoIsApproved() {
        Outcome.assertRefused(realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact eu-contact"));
        Outcome.assertOpens(realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact"), grant);
    }

    @Test
    void opensNothingWhenRolesHaveItsName() {
        Answer app = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");
        Answer namesake = realm.tokens().password(NAMESAKE, "maria", "openid");

        Outcome.assertOpensNothing(app);
        Outcome.assertOpensNothing(namesake);
        assertThat(namesake.claims().at("/realm_access/roles").toString()).contains("us-contact");
    }

    @Test
    void opensNothingWhenClientHasItsName() {
        Answer answer = realm.tokens().clientCredentials(NAMESAKE, "");

        Outcome.assertOpensNothing(answer);
        assertThat(answer.claims().path("azp").asText()).isEqualTo("us-contact");
        assertThat(realm.tokens().clientCredentials(NAMESAKE, "us-contact").error())
                .isEqualTo("invalid_scope");
    }

    @Test
    void refusesClientOfItsNameWhenScopeIsAssignedToIt() {
        ClientScopes scopes = new ClientScopes(realm);
        scopes.makeOptional("us-contact", "us-contact");
        try {
            Outcome.assertRefused(realm.tokens().password(NAMESAKE, "maria", "openid us-contact"));
        } finally {
            scopes.remove("us-contact", "us-contact");
        }
    }

    private static String appId() {
        return realm.admin().clients().findByClientId("sample-app").get(0).getId();
    }
}
