/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/** An administrator of the server, and an application that they sign in to; both are gone at the end. */
final class MasterRealm implements AutoCloseable {

    private static final String CALLBACK = "http://localhost/callback";

    private final String server;
    private final String name;
    private final Keycloak keycloak;
    private final String user;
    private final String client;

    MasterRealm(Realm realm) {
        this.server = realm.issuer().substring(0, realm.issuer().indexOf("/realms/"));
        this.name = "operator-of-" + realm.name();
        this.keycloak = administrator();
        this.user = addUser();
        this.client = addClient();
    }

    private Keycloak administrator() {
        return KeycloakBuilder.builder()
                .serverUrl(server)
                .realm("master")
                .clientId("admin-cli")
                .username("admin")
                .password("admin")
                .build();
    }

    /** With the role that administers every realm. */
    private String addUser() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(Realm.PASSWORD);
        UserRepresentation operator = new UserRepresentation();
        operator.setUsername(name);
        operator.setFirstName("Op");
        operator.setLastName("Erator");
        operator.setEmail(name + "@example.com");
        operator.setEnabled(true);
        operator.setCredentials(List.of(password));
        realm().users().create(operator).close();
        String id = realm().users().searchByUsername(name, true).get(0).getId();
        realm().users()
                .get(id)
                .roles()
                .realmLevel()
                .add(List.of(realm().roles().get("admin").toRepresentation()));
        return id;
    }

    private String addClient() {
        ClientRepresentation application = new ClientRepresentation();
        application.setClientId(name);
        application.setPublicClient(true);
        application.setFullScopeAllowed(true);
        application.setRedirectUris(List.of(CALLBACK));
        realm().clients().create(application).close();
        return realm().clients().findByClientId(name).get(0).getId();
    }

    /** The token of somebody who acts as the administrator; Keycloak ends the session that this is asked for in. */
    String impersonated() {
        try (Keycloak other = administrator()) {
            Visitor browser = new Visitor()
                    .call(
                            server + "/admin/realms/master/users/" + user + "/impersonation",
                            other.tokenManager().getAccessTokenString());
            return token(browser.open(login()));
        }
    }

    /** The administrator's own. */
    String inPerson() {
        return token(new Visitor().open(login()).signIn(name));
    }

    @Override
    public void close() {
        realm().clients().get(client).remove();
        realm().users().get(user).remove();
        keycloak.close();
    }

    private RealmResource realm() {
        return keycloak.realm("master");
    }

    private String login() {
        return server + "/realms/master/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + name
                + "&redirect_uri=" + CALLBACK;
    }

    private String token(Visitor browser) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&client_id=" + name
                        + "&redirect_uri=" + CALLBACK + "&code=" + browser.told("code")))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonSerialization.readValue(answer.body(), AccessTokenResponse.class)
                    .getToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
