/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One policy admin closes at once, several open again; also where changes need no approval. */
final class LockIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final PolicyAdmins admins = new PolicyAdmins(realm);
    private static final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void addSecondPolicyAdmin() {
        admins.add("quinn");
    }

    @ParameterizedTest
    @CsvSource({"category, us.user.contact, eu-contact", "jurisdiction, US, eu-contact", "scope, us-contact, us-private"
    })
    void refusesAtOnceUntilOthersOpenItAgain(String kind, String name, String other) {
        assertThat(reason("us-contact")).isEqualTo("approval_required");
        Answer locked = realm.adminRestOf("pat")
                .post("locks", Map.of("kind", kind, "name", name, "reason", "A leak is suspected"));
        assertThat(locked.status()).as(locked.body().toString()).isEqualTo(201);

        assertThat(reason("us-contact")).isEqualTo("unclassified");
        assertThat(reason(other)).isEqualTo("approval_required");

        Answer asked = realm.adminRestOf("pat").delete("locks/" + locked.text("id"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        assertThat(reason("us-contact")).isEqualTo("unclassified");
        String change = asked.text("id");
        assertThat(admins.approve("pat", change).status()).isEqualTo(403);
        assertThat(admins.approve("quinn", change).text("status")).isEqualTo("PENDING");
        assertThat(admins.approve("avery", change).text("status")).isEqualTo("PENDING");
        assertThat(admins.approve("erin", change).text("status")).isEqualTo("APPROVED");
        assertThat(reason("us-contact")).isEqualTo("approval_required");
    }

    /** What is open refuses while it is locked, and what waits goes on waiting. */
    @Test
    void refusesTokensAndVotesAndEndsNothingWhileItIsLocked() {
        approvals.addEmployee("opened");
        approvals.addEmployee("waiting");
        approvals.give("opened", Client.SAMPLE_APP);
        String waiting = approvals.file("waiting", Client.SAMPLE_APP);
        assertThat(token().status()).isEqualTo(200);

        String lock = realm.adminRestOf("pat")
                .post("locks", Map.of("kind", "scope", "name", "us-contact", "reason", "A leak is suspected"))
                .text("id");
        assertThat(token().reason()).isEqualTo("unclassified");
        assertThat(vote(waiting).error()).isEqualTo("unclassified");
        assertThat(realm.adminRestOf("avery").get("requests/" + waiting).text("status"))
                .isEqualTo("PENDING");

        String change = realm.adminRestOf("pat").delete("locks/" + lock).text("id");
        admins.approve("quinn", change);
        admins.approve("avery", change);
        admins.approve("erin", change);
        assertThat(token().status()).isEqualTo(200);
        assertThat(vote(waiting).text("status")).isEqualTo("APPROVED");
    }

    private static Answer token() {
        return realm.tokens().password(Client.SAMPLE_APP, "opened", "openid us-contact");
    }

    private static Answer vote(String request) {
        return realm.adminRestOf("avery").post("requests/" + request + "/votes", Map.of("decision", "APPROVE"));
    }

    @Test
    void refusesLocksOfOthersAndOfWhatIsNotThere() {
        Map<String, String> lock =
                Map.of("kind", "category", "name", "us.user.contact", "reason", "A leak is suspected");

        assertThat(realm.adminRestOf("avery").post("locks", lock).status()).isEqualTo(403);
        assertThat(realm.adminRestOf("olga").post("locks", lock).status()).isEqualTo(403);
        assertThat(realm.adminRestOf("pat")
                        .post("locks", Map.of("kind", "category", "name", "no.such", "reason", "A leak is suspected"))
                        .status())
                .isEqualTo(400);
        assertThat(realm.adminRestOf("olga").get("locks").body()).isEmpty();
    }

    @Test
    void appliesAWholeClassificationAtOnceWhenNoApprovalIsRequired() {
        Map<String, Object> wanted = admins.whole("us-public", "contact", "At once");

        Answer refused = realm.adminRestOf("pat").put("classification", wanted);
        assertThat(refused.status()).as("who may not write it into the realm").isEqualTo(403);
        assertThat(refused.text("errorMessage")).contains("manage-realm");
        admins.letManageRealm("pat");

        Answer applied = realm.adminRestOf("pat").put("classification", wanted);

        assertThat(applied.body().path("applied").asBoolean())
                .as(applied.body().toString())
                .isTrue();
        assertThat(admins.inForce("us-public", "contact")).isEqualTo("At once");
        assertThat(realm.adminRestOf("pat").put("classification", wanted).body().path("difference"))
                .isEmpty();
        assertThat(realm.adminRestOf("avery").put("classification", wanted).status())
                .isEqualTo(403);
        assertThat(realm.adminRestOf("pat")
                        .post("changes", Map.of("reason", "Not needed here"))
                        .error())
                .isEqualTo("not_required");
    }

    /** What one person wrote into the realm meanwhile is gone with it, and does not decide from then on. */
    @Test
    void switchesOffWhenSomebodyOfEachJurisdictionApproves() {
        admins.require();
        realm.changePolicy("us-confidential", "maxDuration", "PT12H");
        String off = realm.adminRestOf("pat")
                .post(
                        "changes",
                        Map.of(
                                "reason",
                                "A new set-up",
                                "required",
                                false,
                                "policies",
                                admins.policies("us-confidential", "maxDuration", "PT8H")))
                .text("id");

        assertThat(admins.approve("quinn", off).text("status")).isEqualTo("PENDING");
        assertThat(admins.approve("avery", off).text("status")).isEqualTo("PENDING");
        assertThat(realm.adminRestOf("pat")
                        .post("changes/preview", Map.of())
                        .body()
                        .path("needed"))
                .isNotEmpty();
        assertThat(admins.approve("erin", off).text("status")).isEqualTo("APPROVED");
        assertThat(realm.adminRestOf("pat")
                        .post("changes/preview", Map.of())
                        .body()
                        .path("needed"))
                .isEmpty();
        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT8H");
        assertThat(admins.policies("us-confidential", "contact", "").toString()).doesNotContain("PT12H");
    }

    private static String reason(String scope) {
        return realm.adminRestOf("pat")
                .post("decisions", Map.of("subject", "lin", "clientId", "sample-app", "scope", scope))
                .text("reason");
    }
}
