/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import io.dataaccess.keycloak.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was begun while the approval ran, and is to be finished after its end. */
final class LateIT {

    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    @RegisterExtension
    static final Realm realm = new Realm();

    @SuppressWarnings("NullAway.Init")
    private static World world;

    private static int people;

    private final Tokens tokens = realm.tokens();
    private final Client app = world.applications.app();
    private final Client cli = world.applications.cli();

    @BeforeAll
    static void build() {
        World.prepare(realm);
        world = new World(realm, "late", "PT8H");
    }

    @Test
    void refusesCodeWhenRevokedSince() {
        Person lin = new Person(app);
        String code = signedIn(lin).told("code");
        String other = signedIn(new Person(app)).told("code");

        world.revoke(lin.grant);

        assertThat(tokens.code(app, code).error()).isEqualTo("invalid_grant");
        assertThat(tokens.code(app, other).scopes()).contains(world.scope());
    }

    @Test
    void refusesCodeWhenBarredSince() {
        Person lin = new Person(app);
        String code = signedIn(lin).told("code");

        realm.changeAttribute(lin.name, "legal_entity", "Clips Beijing");

        Answer refused = tokens.code(app, code);
        assertThat(refused.error()).isEqualTo("invalid_scope");
        assertThat(refused.reason()).isEqualTo("not_eligible");
    }

    @Test
    void refusesDeviceWhenRevokedSince() {
        Person lin = new Person(cli);
        String code = allowedDevice(lin);
        String other = allowedDevice(new Person(cli));

        world.revoke(lin.grant);

        // Keycloak misses the session that it sent the code for and answers 500 (26.7.3).
        Answer refused = tokens.grant(cli, DEVICE, Map.of("device_code", code));
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.accessToken()).isEmpty();
        assertThat(tokens.grant(cli, DEVICE, Map.of("device_code", other)).scopes())
                .contains(world.scope());
    }

    @Test
    void asksForApprovalWhenRevokedSinceTheRequestWasPushed() {
        Person lin = new Person(app);
        String pushed = pushed();
        String other = pushed();

        world.revoke(lin.grant);

        Visitor refused = new Visitor().open(pushed).signIn(lin.name);
        assertThat(refused.isAtApplication()).isFalse();
        assertThat(refused.page().select("[name=justification]")).isNotEmpty();
        Visitor permitted = new Visitor().open(other).signIn(new Person(app).name);
        assertThat(tokens.code(app, permitted.told("code")).scopes()).contains(world.scope());
    }

    @Test
    void answersInteractionRequiredWhenRevokedAndOnlyTheIdTokenIsLeft() {
        Person lin = new Person(app);
        Visitor visitor = signedIn(lin);
        String idToken = tokens.code(app, visitor.told("code")).text("id_token");
        String silent = tokens.loginUrl(app, world.asked()) + "&prompt=none&id_token_hint="
                + URLEncoder.encode(idToken, StandardCharsets.UTF_8);
        Visitor before = visitor.open(silent);
        assertThat(tokens.code(app, before.told("code")).scopes()).contains(world.scope());

        world.revoke(lin.grant);

        assertThat(visitor.open(silent).told("error")).isEqualTo("interaction_required");
        assertThat(tokens.userinfo(idToken).status()).isEqualTo(401);
    }

    @Test
    void refusesOfflineRefreshWhenRevokedAfterTheSessionWasRemoved() {
        Person lin = new Person(app);
        Visitor visitor = new Visitor().open(tokens.loginUrl(app, "openid")).signIn(lin.name);
        Answer issued = tokens.code(
                app,
                visitor.open(tokens.loginUrl(app, world.asked() + " offline_access"))
                        .told("code"));
        String offline = issued.refreshToken();
        realm.admin().deleteSession(issued.claims().path("sid").asText(), false);
        assertThat(tokens.refresh(app, offline, "").scopes()).contains(world.scope());

        world.revoke(lin.grant);

        assertThat(tokens.refresh(app, offline, "").error()).isEqualTo("invalid_grant");
        assertThat(tokens.refresh(app, offline, "openid").error()).isEqualTo("invalid_grant");
    }

    @Test
    void leavesTheScopeOutWhenTheSessionNeverAskedForIt() {
        Person lin = new Person(app);
        Answer narrow = tokens.password(app, lin.name, "openid");

        Answer wider = tokens.refresh(app, narrow.refreshToken(), world.asked());

        assertThat(wider.scopes()).contains("openid").doesNotContain(world.scope());
        assertThat(wider.claims().has("data_categories")).isFalse();
    }

    @Test
    void endsSessionsWhenTheyNeverAskedForTheScope() {
        Person lin = new Person(app);
        Answer narrow = tokens.password(app, lin.name, "openid");
        Answer elsewhere = tokens.password(Client.SAMPLE_APP, lin.name, "openid");

        world.revoke(lin.grant);

        assertThat(tokens.refresh(app, narrow.refreshToken(), "").error()).isEqualTo("invalid_grant");
        assertThat(tokens.refresh(Client.SAMPLE_APP, elsewhere.refreshToken(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhenOneOfTwoRunningGrantsIsRevoked() {
        Person lin = new Person(app);
        String extension = world.give(lin.name, app, Map.of());
        Answer token = tokens.password(app, lin.name, world.asked());
        String rested =
                token.claims().at("/authorization_details/0/approval/id").asText();

        world.revoke(rested.equals(extension) ? lin.grant : extension);

        assertThat(tokens.introspect(Client.SAMPLE_API, token.accessToken()).body())
                .hasToString("{\"active\":false}");
        assertThat(tokens.refresh(app, token.refreshToken(), "").error()).isEqualTo("invalid_grant");
        assertThat(tokens.password(app, lin.name, world.asked()).reason()).isEqualTo("approval_required");
    }

    /** What another client got by exchange rests on an approval of its own. */
    @Test
    void leavesTheExchangedTokenWhenOnlyTheFirstClientsApprovalEnds() {
        Person lin = new Person(app);
        Client api = world.applications.api();
        String own = world.give(lin.name, api, Map.of());
        String first = tokens.password(app, lin.name, world.asked()).accessToken();
        String exchanged = tokens.exchange(api, first, world.asked()).accessToken();

        world.revoke(lin.grant);

        assertThat(isActive(first)).isFalse();
        assertThat(isActive(exchanged)).isTrue();
        assertThat(tokens.exchange(api, first, world.asked()).accessToken()).isEmpty();
        world.revoke(own);
        assertThat(isActive(exchanged)).isFalse();
    }

    private boolean isActive(String token) {
        return tokens.introspect(Client.SAMPLE_API, token).body().path("active").asBoolean();
    }

    private Visitor signedIn(Person person) {
        return new Visitor().open(tokens.loginUrl(app, world.asked())).signIn(person.name);
    }

    /** Where a browser starts a login that the application has pushed. */
    private String pushed() {
        Answer answer = tokens.post(
                app,
                "ext/par/request",
                Map.of(
                        "response_type", "code",
                        "scope", world.asked(),
                        "redirect_uri", "http://localhost/callback"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return realm.issuer() + "/protocol/openid-connect/auth?client_id=" + app.id() + "&request_uri="
                + URLEncoder.encode(answer.text("request_uri"), StandardCharsets.UTF_8);
    }

    private String allowedDevice(Person person) {
        Answer started = tokens.device(cli, world.asked());
        new Visitor()
                .open(started.text("verification_uri_complete"))
                .signIn(person.name)
                .confirmDevice()
                .submit("form", Map.of("accept", "Yes"));
        return started.text("device_code");
    }

    /** Somebody new, approved at one client. */
    private static final class Person {

        final String name;
        final String grant;

        Person(Client client) {
            name = "late-" + ++people;
            world.addPerson(name);
            grant = world.give(name, client, Map.of());
        }
    }
}
