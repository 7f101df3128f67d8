/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** A client of its own with a service account of the US, and people who own services. */
final class Service {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Client client = new Client("service" + COUNT.incrementAndGet(), "service-secret");
    private final Realm realm;
    private final Workforce workforce;
    private final ClientResource resource;

    Service(Realm realm, Workforce workforce) {
        this.realm = realm;
        this.workforce = workforce;
        ClientRepresentation representation = new ClientRepresentation();
        representation.setClientId(client.id());
        representation.setSecret(client.secret());
        representation.setServiceAccountsEnabled(true);
        representation.setOptionalClientScopes(List.of("us-contact", "us-private", "eu-contact"));
        try (Response created = realm.admin().clients().create(representation)) {
            resource = realm.admin().clients().get(CreatedResponseUtil.getCreatedId(created));
        }
        realm.changeUser(
                account(),
                user -> user.singleAttribute("country", "US")
                        .singleAttribute("legal_entity", "Clips US Data Security"));
    }

    Client client() {
        return client;
    }

    String account() {
        return "service-account-" + client.id();
    }

    Answer token(String scope) {
        return realm.tokens().clientCredentials(client, scope);
    }

    /** The client with its new secret. */
    Client rotateSecret() {
        return new Client(client.id(), resource.generateNewSecret().getValue());
    }

    void remove() {
        resource.remove();
    }

    RoleRepresentation role() {
        return realm.admin().roles().get("data-access-service-owner").toRepresentation();
    }

    /** Somebody new in the US, in these groups, who may ask for service accounts. */
    String owner(String... groups) {
        String owner = workforce.approver(groups);
        realm.user(owner).roles().realmLevel().add(List.of(role()));
        return owner;
    }

    Answer fileFor(String requester, String subject) {
        Map<String, Object> asking = Workforce.asking("us-contact");
        asking.put("clientId", client.id());
        asking.put("subject", subject);
        return workforce.account(requester).post("requests", asking);
    }

    /** Files for its account, this scope and ticket, and returns the id. */
    String file(String requester, String scope, String ticket) {
        Map<String, Object> asking = Workforce.asking(scope);
        asking.putAll(Map.of("clientId", client.id(), "subject", account(), "ticket", ticket));
        return workforce.file(requester, asking);
    }

    /** Files for its account and returns the id. */
    String file(String requester) {
        Answer filed = fileFor(requester, account());
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        return filed.text("id");
    }

    /** The grant of this request. */
    String grant(String request) {
        return workforce.request(request).at("/grant/id").asText();
    }

    Answer revoke(String username, String request) {
        return workforce.revoke(username, grant(request));
    }
}
