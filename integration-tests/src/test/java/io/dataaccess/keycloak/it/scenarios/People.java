/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.scenarios.Scenario.Approved;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those of the demo realm, who ask and approve over REST. Each logs in once: that takes longer than a scenario. */
final class People {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final List<String> APPROVERS = List.of("avery", "blake", "sam", "dana", "erin");
    /** Asks for what a service account needs. */
    private static final String SERVICE_OWNER = "maria";

    private final Map<String, Rest> asking = new HashMap<>();
    private final Map<String, Rest> deciding = new HashMap<>();
    private final Realm realm;

    People(Realm realm) {
        this.realm = realm;
    }

    void prepare() {
        realm.change(settings -> settings.setAccessTokenLifespan(3600));
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
        realm.user(SERVICE_OWNER)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
    }

    /** Asks, and everybody who may decides for it. */
    void give(Approved grant) {
        Answer filed = requester(grant.subject()).post("requests", application(grant));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        JsonNode given = approved(filed.text("id")).path("grant");
        assertThat(given.path("active").asBoolean()).as(given.toString()).isTrue();
        String id = given.path("id").asText();
        if (!grant.before().isZero()) {
            new Database(realm).age(id, grant.before());
        }
        if (grant.ended()) {
            assertThat(requester(grant.subject()).delete("grants/" + id).status())
                    .isEqualTo(204);
        }
    }

    /** What the gate would decide, as a policy admin may ask. */
    Answer tryIt(String subject, String client, String scope) {
        return staff("pat").post("decisions", Map.of("subject", subject, "clientId", client, "scope", scope));
    }

    private JsonNode approved(String requestId) {
        String path = "requests/" + requestId;
        for (String approver : APPROVERS) {
            if (staff(approver).get(path).body().path("decidable").asBoolean()) {
                Answer voted = staff(approver).post(path + "/votes", Map.of("decision", "APPROVE"));
                assertThat(voted.status()).as(voted.body().toString()).isEqualTo(200);
            }
        }
        JsonNode request = staff("pat").get(path).body();
        assertThat(request.path("status").asText()).as(request.toString()).isEqualTo("APPROVED");
        return request;
    }

    private static Map<String, Object> application(Approved grant) {
        Map<String, Object> application = new HashMap<>(Map.of(
                "clientId", grant.client(),
                "scope", grant.scope(),
                "purpose", "legal-request",
                "justification", "Court order 17 asks for this account",
                "duration", grant.lasting()));
        if (isService(grant.subject())) {
            application.put("subject", grant.subject());
        }
        return application;
    }

    private static boolean isService(String subject) {
        return subject.startsWith("service-account-");
    }

    private Rest requester(String subject) {
        return asking.computeIfAbsent(
                isService(subject) ? SERVICE_OWNER : subject,
                name -> realm.selfRest(
                        realm.tokens().password(ACCOUNT_CONSOLE, name, "openid").accessToken()));
    }

    private Rest staff(String name) {
        return deciding.computeIfAbsent(name, realm::adminRestOf);
    }
}
