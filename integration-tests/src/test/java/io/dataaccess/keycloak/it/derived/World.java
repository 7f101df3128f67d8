/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * One guarded scope with categories, policies, clients and people of its own, so that what ends here touches nothing
 * else in the realm. The subject, and the service account, are approved at every client; the neighbour at the first.
 */
final class World {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final String OWNER = "pat";

    final Realm realm;
    final Applications applications;
    /** Ids of the subject's and the service account's grants, by client id. */
    final Map<String, String> grants = new LinkedHashMap<>();

    private final Map<String, Rest> requesters = new HashMap<>();
    private final String name;
    private final Rest approver;

    World(Realm realm, String name, String duration) {
        this.realm = realm;
        this.name = name;
        this.approver = realm.adminRestOf("avery");
        this.applications = new Applications(realm, name);
        addClassification();
        addScope();
        applications.add(scope());
        addPerson(subject());
        addPerson(neighbour());
        applications.admitServiceAccount();
        for (Client client : applications.ofPeople()) {
            grants.put(client.id(), give(subject(), client, Map.of("duration", duration)));
        }
        Client batch = applications.batch();
        grants.put(
                batch.id(),
                give(OWNER, batch, Map.of("duration", duration, "subject", "service-account-" + batch.id())));
        give(neighbour(), applications.app(), Map.of());
    }

    /** Once per realm: tokens could live for ten hours, the owner may ask for service accounts. */
    static void prepare(Realm realm) {
        realm.change(file -> {
            file.setAccessTokenLifespan(Applications.TEN_HOURS);
            file.setSsoSessionMaxLifespan(Applications.TEN_HOURS);
            file.setSsoSessionIdleTimeout(Applications.TEN_HOURS);
        });
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
        realm.changeClient(
                Client.SAMPLE_API.id(),
                client -> client.getAttributes().put("allow.token.introspection.without.audience.check", "true"));
        realm.user(OWNER)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
    }

    String scope() {
        return name;
    }

    /** What a token is asked for with. */
    String asked() {
        return "openid " + name;
    }

    String subject() {
        return name + "-subject";
    }

    /** Somebody else, approved at the application. */
    String neighbour() {
        return name + "-neighbour";
    }

    String policy() {
        return name + "-confidential";
    }

    String category() {
        return name + ".contact";
    }

    /** Of the realm, at the same sensitivity, but not in the scope. */
    String otherCategory() {
        return name + ".history";
    }

    /** Who may ask. */
    void addPerson(String username) {
        realm.addUser(username, Map.of("country", "CN", "legal_entity", "Clips Singapore"));
    }

    Answer vote(String request) {
        return approver.post("requests/" + request + "/votes", Map.of("decision", "APPROVE"));
    }

    /** The access grant of the subject, or the service account, at this client. */
    String grant(Client client) {
        return Objects.requireNonNull(grants.get(client.id()));
    }

    void revoke(String grant) {
        Answer revoked = approver.post("grants/" + grant + "/revoke", Map.of("reason", "No longer needed"));
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(204);
    }

    Tokens tokens() {
        return realm.tokens();
    }

    Answer login(Client client) {
        return tokens().password(client, subject(), asked());
    }

    /** The REST of requesters, for grants through any client. */
    Rest self(String username) {
        return requesters.computeIfAbsent(
                username,
                requester -> realm.selfRest(
                        tokens().password(ACCOUNT_CONSOLE, requester, "openid").accessToken()));
    }

    /** Whoever filed for the subject of this client. */
    String partyOf(String clientId) {
        return clientId.equals(applications.batch().id()) ? OWNER : subject();
    }

    /** Files and approves; the id of the access grant. */
    String give(String requester, Client client, Map<String, Object> changes) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of(
                "clientId", client.id(),
                "scope", scope(),
                "purpose", "legal-request",
                "justification", "A court asks for it, case 4711",
                "duration", "PT8H"));
        request.putAll(changes);
        Answer filed = self(requester).post("requests", request);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        Answer voted = approver.post("requests/" + filed.text("id") + "/votes", Map.of("decision", "APPROVE"));
        assertThat(voted.text("status")).as(voted.body().toString()).isEqualTo("APPROVED");
        return voted.body().at("/grant/id").asText();
    }

    private void addClassification() {
        for (String category : List.of(category(), otherCategory())) {
            realm.addCategory(
                    category,
                    Map.of(
                            "jurisdiction",
                            List.of(name),
                            "sensitivity",
                            List.of("CONFIDENTIAL"),
                            "label",
                            List.of(category)));
        }
        for (String sensitivity : List.of("confidential", "restricted")) {
            realm.addPolicy(name + "-" + sensitivity, policy(sensitivity));
        }
    }

    private Map<String, List<String>> policy(String sensitivity) {
        Map<String, List<String>> policy = new LinkedHashMap<>();
        policy.put("jurisdiction", List.of(name));
        policy.put("sensitivity", List.of(sensitivity.toUpperCase(java.util.Locale.ROOT)));
        policy.put("requiredApprovals", List.of("/us-security=1"));
        policy.put("maxDuration", List.of("PT8H"));
        policy.put("maxTokenLifespan", List.of("PT30M"));
        policy.put(
                "eligibility",
                List.of("subject.attributes['legal_entity'] in ['Clips Singapore', 'Clips US Data Security']"));
        policy.put("approverCondition", List.of("true"));
        policy.put("purposes", List.of("legal-request"));
        policy.put("approverMaxAge", List.of("PT1H"));
        return policy;
    }

    private void addScope() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(scope());
        scope.setProtocol("openid-connect");
        scope.setAttributes(Map.of("include.in.token.scope", "true", "data-access.categories", category()));
        scope.setProtocolMappers(List.of(audience(applications.api()), audience(applications.desk())));
        realm.addScope(scope);
    }

    private static ProtocolMapperRepresentation audience(Client client) {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName(client.id());
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", client.id(), "access.token.claim", "true"));
        return audience;
    }
}
