/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientInitialAccessCreatePresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** Clients that register themselves, under the policies that Keycloak gives every realm. */
final class RegistrationIT {

    private static final String STANDARD = "openid-connect";
    private static final String KEYCLOAKS = "default";

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @Test
    void registersNobodyWhenAnonymous() {
        Answer answer = register(STANDARD, "", Map.of("redirect_uris", List.of(AuthorizationUrl.CALLBACK)));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    }

    @Test
    void refusesRegistrationWhenItAsksForAGuardedScope() {
        Answer standard = register(
                STANDARD,
                invitation(),
                Map.of("redirect_uris", List.of(AuthorizationUrl.CALLBACK), "scope", "us-contact"));
        Answer optional = register(
                KEYCLOAKS, invitation(), Map.of("clientId", "greedy", "optionalClientScopes", List.of("us-contact")));
        Answer standing = register(
                KEYCLOAKS, invitation(), Map.of("clientId", "greedy", "defaultClientScopes", List.of("us-contact")));

        for (Answer answer : List.of(standard, optional, standing)) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
        }
        assertThat(realm.admin().clients().findByClientId("greedy")).isEmpty();
    }

    @Test
    void refusesTokenWhenRealmOffersTheScopeToEveryClient() {
        ClientScopes scopes = new ClientScopes(realm);
        realm.admin().addDefaultOptionalClientScope(scopes.id("us-contact"));
        Answer registered;
        try {
            registered = register(
                    STANDARD,
                    invitation(),
                    Map.of("redirect_uris", List.of(AuthorizationUrl.CALLBACK), "scope", "us-contact"));
        } finally {
            realm.admin().removeDefaultOptionalClientScope(scopes.id("us-contact"));
        }
        Client client = client(registered);
        realm.changeClient(client.id(), changed -> changed.setDirectAccessGrantsEnabled(true));
        approvals.addEmployee("registered");

        Outcome.assertRefused(realm.tokens().password(client, "registered", "openid us-contact"));
        String grant = approvals.give("registered", client);
        Outcome.assertOpens(realm.tokens().password(client, "registered", "openid us-contact"), grant);
    }

    @Test
    void opensNothingWhenRegisteredWithoutIt() {
        Answer registered =
                register(STANDARD, invitation(), Map.of("redirect_uris", List.of(AuthorizationUrl.CALLBACK)));
        Client client = client(registered);

        Visitor guarded = new Visitor().open(url(client, "openid us-contact"));
        Visitor plain = new Visitor().open(url(client, "openid")).signIn("maria");

        assertThat(guarded.told("error")).isEqualTo("invalid_scope");
        Outcome.assertOpensNothing(realm.tokens().code(client, plain.told("code")));
    }

    @Test
    void refusesLaterChangeWhenItAddsAGuardedScope() {
        Answer registered =
                register(STANDARD, invitation(), Map.of("redirect_uris", List.of(AuthorizationUrl.CALLBACK)));
        Map<String, Object> changed = new HashMap<>(Map.of(
                "client_id",
                registered.text("client_id"),
                "redirect_uris",
                List.of(AuthorizationUrl.CALLBACK),
                "scope",
                "us-contact"));

        Answer answer = send(
                HttpRequest.newBuilder(URI.create(registered.text("registration_client_uri"))),
                registered.text("registration_access_token"),
                "PUT",
                changed);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    }

    @Test
    void refusesRegistrationWhenItBringsAForgingMapper() {
        Answer answer = register(
                KEYCLOAKS,
                invitation(),
                Map.of(
                        "clientId",
                        "forger",
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "forged",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-hardcoded-claim-mapper",
                                "config",
                                Map.of(
                                        "claim.name",
                                        "data_categories",
                                        "claim.value",
                                        "us.user.contact",
                                        "access.token.claim",
                                        "true")))));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    }

    /** Attribute mappers may be registered: what they write is removed. */
    @Test
    void removesForgedClaimsWhenRegisteredMapperIsAllowed() {
        Answer registered = register(
                KEYCLOAKS,
                invitation(),
                Map.of(
                        "clientId",
                        "borrower",
                        "secret",
                        "borrower-secret",
                        "directAccessGrantsEnabled",
                        true,
                        "protocolMappers",
                        List.of(
                                attributeMapper("data_categories"),
                                attributeMapper("authorization_details"),
                                attributeMapper("sid"))));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);

        Answer token = realm.tokens().password(new Client("borrower", "borrower-secret"), "maria", "openid");

        Outcome.assertOpensNothing(token);
        assertThat(token.claims().path("azp").asText()).isEqualTo("borrower");
        assertThat(token.claims().path("sid").asText()).isEqualTo(token.text("session_state"));
    }

    /** A name that the realm lists may be taken by whoever registers a client first. */
    @Test
    void refusesAdministrationWhenClientRegisteredItself() {
        realm.change(found -> found.getAttributes()
                .put("data-access.adminClients", "security-admin-console admin-cli taken appointed"));
        Answer registered = register(
                KEYCLOAKS,
                invitation(),
                Map.of("clientId", "taken", "secret", "taken", "directAccessGrantsEnabled", true));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        ClientRepresentation appointed = new ClientRepresentation();
        appointed.setClientId("appointed");
        appointed.setSecret("appointed");
        appointed.setDirectAccessGrantsEnabled(true);
        realm.admin().clients().create(appointed).close();

        Answer refused = me("taken");
        Answer permitted = me("appointed");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("wrong_client");
        assertThat(permitted.text("username")).isEqualTo("avery");
    }

    private static Answer me(String client) {
        return realm.adminRest(realm.tokens()
                        .password(new Client(client, client), "avery", "openid")
                        .accessToken())
                .get("me");
    }

    private static Map<String, Object> attributeMapper(String claim) {
        return Map.of(
                "name",
                claim,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-usermodel-attribute-mapper",
                "config",
                Map.of(
                        "user.attribute",
                        "lastName",
                        "claim.name",
                        claim,
                        "jsonType.label",
                        "String",
                        "access.token.claim",
                        "true"));
    }

    private static String url(Client client, String scope) {
        return AuthorizationUrl.of(realm, scope).with("client_id", client.id()).toString();
    }

    private static Client client(Answer registered) {
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        return new Client(registered.text("client_id"), registered.text("client_secret"));
    }

    /** An initial access token. */
    private static String invitation() {
        return realm.admin()
                .clientInitialAccess()
                .create(new ClientInitialAccessCreatePresentation(0, 1))
                .getToken();
    }

    private static Answer register(String provider, String token, Map<String, Object> client) {
        return send(
                HttpRequest.newBuilder(URI.create(realm.issuer() + "/clients-registrations/" + provider)),
                token,
                "POST",
                client);
    }

    private static Answer send(HttpRequest.Builder request, String token, String method, Map<String, Object> client) {
        try {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(client)));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
