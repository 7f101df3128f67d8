/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requester and subject do not learn who voted while it is pending, whatever else they are and wherever they look. */
final class HiddenVotersIT {

    private static final String HIDDEN = "";
    private static final String GROUP = "/us-security";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
    }

    @Test
    void hidesVotersWhenRequesterIsAnApprover() {
        String requester = workforce.approver(GROUP);
        String request = votedOn(workforce.file(requester, "us-private"));

        assertThat(voters(workforce.desk(requester), request)).containsOnly(HIDDEN);
        assertThat(voters(workforce.desk("blake"), request)).containsOnly("avery");

        workforce.deny("blake", request);
        assertThat(voters(workforce.desk(requester), request)).containsOnly("avery", "blake");
    }

    @Test
    void hidesVotersWhenRequesterReadsEverything() {
        String requester = workforce.newcomer();
        give(requester, "data-access-auditor");
        String own = votedOn(workforce.file(requester, "us-private"));
        String others = votedOn(workforce.file(workforce.newcomer(), "us-private"));
        Rest auditor = workforce.desk(requester);

        assertThat(voters(auditor, own)).containsOnly(HIDDEN);
        assertThat(voters(auditor, others)).containsOnly("avery");
    }

    @Test
    void hidesVotersWhenSubjectReadsEverything() {
        Service service = new Service(realm, workforce);
        give(service.account(), "data-access-auditor");
        realm.change(file -> file.getAttributes()
                .put(
                        "data-access.adminClients",
                        Client.ADMIN_CLI.id() + " " + service.client().id()));
        String owner = service.owner(GROUP);
        String request = votedOn(service.file(owner, "us-private", "LEG-9"));

        assertThat(voters(realm.adminRest(service.token("openid").accessToken()), request))
                .containsOnly(HIDDEN);
        assertThat(voters(workforce.desk(owner), request)).containsOnly(HIDDEN);
        assertThat(voters(workforce.desk("olga"), request)).containsOnly("avery");
    }

    @Test
    void hidesVotersInTheAccountWhenAnotherOwnerShares() {
        Service service = new Service(realm, workforce);
        String request = votedOn(service.file(service.owner(), "us-private", "LEG-10"));
        String colleague = service.owner();

        Answer shared = workforce.account(colleague).get("requests/" + request);

        assertThat(voters(shared.body())).containsExactly(HIDDEN);
    }

    @Test
    void hidesVotersWhenRequesterTookTheRequestBack() {
        String requester = workforce.approver(GROUP);
        String request = votedOn(workforce.file(requester, "us-private"));

        assertThat(workforce.account(requester).delete("requests/" + request).status())
                .isEqualTo(204);

        assertThat(voters(workforce.desk(requester), request)).containsOnly(HIDDEN);
        assertThat(voters(workforce.desk("blake"), request)).containsOnly("avery");
    }

    private static String votedOn(String request) {
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("PENDING");
        return request;
    }

    private static void give(String username, String role) {
        realm.user(username)
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get(role).toRepresentation()));
    }

    /** Those who voted on this request, as each of the three calls names them to the caller; blank for those it does not. */
    private static List<String> voters(Rest caller, String request) {
        String subject =
                caller.get("requests/" + request).body().at("/subject/username").asText();
        return Stream.of(
                        Stream.of(caller.get("requests/" + request).body()),
                        each(caller.get("requests?subject=" + subject).body()),
                        each(caller.get("bundles?subject=" + subject).body())
                                .flatMap(bundle -> each(bundle.path("requests"))))
                .map(answer -> answer.filter(found -> found.path("id").asText().equals(request))
                        .findFirst()
                        .orElseThrow())
                .flatMap(found -> voters(found).stream())
                .toList();
    }

    private static List<String> voters(JsonNode request) {
        return each(request.path("votes"))
                .map(vote -> vote.at("/approver/username").asText(HIDDEN))
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
