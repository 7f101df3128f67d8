/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether approval of a request would extend what runs already stands on the request. */
final class ExtensionIT {

    private static final String IN_THE_US = "approver.attributes['country'] == 'US'";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @Test
    void namesTheGrantWhenOneRuns() {
        String lin = staff.newcomer();
        JsonNode grant =
                staff.approve("avery", staff.file(lin, "us-contact")).body().path("grant");
        String extension = staff.file(lin, "us-contact");
        String other = staff.file(lin, "us-private");

        assertExtends(extended(realm.adminRestOf("avery"), extension), grant);
        assertExtends(extended(staff.self(lin), extension), grant);
        JsonNode row = realm.adminRestOf("avery")
                .get("bundles?status=PENDING&scope=us-contact&subject=" + lin)
                .body();
        assertExtends(row.at("/0/requests/0/extended"), grant);
        assertThat(extended(realm.adminRestOf("avery"), other).isNull()).isTrue();
        assertThat(extended(realm.adminRestOf("avery"), staff.file(staff.newcomer(), "us-contact"))
                        .isNull())
                .isTrue();

        staff.approve("avery", extension);
        assertThat(extended(realm.adminRestOf("avery"), extension).isNull()).isTrue();
    }

    @Test
    void namesNoneWhenItIsOver() {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);
        String extension = staff.file(lin, "us-contact");
        assertThat(extended(realm.adminRestOf("avery"), extension).path("id").asText())
                .isEqualTo(grant);

        staff.self(lin).delete("grants/" + grant);

        assertThat(extended(realm.adminRestOf("avery"), extension).isNull()).isTrue();
    }

    /** The application may ask for less than what is left: then the older grant is the one that ends later. */
    @Test
    void saysTheLaterEndWhenTheOlderGrantRunsLonger() {
        String lin = staff.newcomer();
        JsonNode older =
                staff.approve("avery", staff.file(lin, "us-contact")).body().path("grant");
        String shorter = staff.self(lin)
                .post("requests", Staff.asking("us-contact", "duration", "PT15M"))
                .text("id");
        JsonNode approved = staff.approve("avery", shorter).body();

        assertThat(approved.at("/grant/approvedUntil").asText())
                .isLessThan(older.path("approvedUntil").asText());
        assertThat(approved.path("accessUntil").asText())
                .isEqualTo(older.path("approvedUntil").asText());
        assertThat(staff.self(lin).get("requests/" + shorter).text("accessUntil"))
                .isEqualTo(older.path("approvedUntil").asText());

        staff.self(lin).delete("grants/" + older.path("id").asText());
        assertThat(realm.adminRestOf("avery")
                        .get("requests/" + shorter)
                        .body()
                        .path("accessUntil")
                        .isNull())
                .isTrue();
    }

    @Test
    void saysHowLongThePoliciesOfNowGiveWhenTheyBecameShorter() {
        String request = staff.file(staff.newcomer(), "us-contact");
        assertThat(realm.adminRestOf("avery").get("requests/" + request).text("longestDuration"))
                .isEqualTo("PT8H");
        realm.changePolicy("us-confidential", "defaultDuration", "PT10M");
        realm.changePolicy("us-confidential", "maxDuration", "PT10M");
        String shorter = realm.adminRestOf("avery").get("requests/" + request).text("longestDuration");
        realm.changePolicy("us-confidential", "maxDuration", "PT8H");
        realm.changePolicy("us-confidential", "defaultDuration", "PT1H");

        assertThat(shorter).isEqualTo("PT10M");
    }

    /** What an approver may not see in the list of grants, they do not learn from a request either. */
    @Test
    void namesNoneWhenApproverMayNotSeeTheGrant() {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);
        String extension = staff.self(lin)
                .post("requests", Staff.asking("us-contact", "purpose", "safety-review"))
                .text("id");
        realm.changePolicy("us-confidential", "approverCondition", IN_THE_US + " && purpose == 'safety-review'");

        JsonNode hidden = extended(realm.adminRestOf("avery"), extension);
        JsonNode shown = extended(realm.adminRestOf("olga"), extension);
        realm.changePolicy("us-confidential", "approverCondition", IN_THE_US);

        assertThat(hidden.isNull()).isTrue();
        assertThat(shown.path("id").asText()).isEqualTo(grant);
        assertThat(extended(realm.adminRestOf("avery"), extension).path("id").asText())
                .isEqualTo(grant);
    }

    private static JsonNode extended(Rest caller, String request) {
        return caller.get("requests/" + request).body().path("extended");
    }

    private static void assertExtends(JsonNode extended, JsonNode grant) {
        assertThat(extended.path("id").asText()).isEqualTo(grant.path("id").asText());
        assertThat(extended.path("until").asText())
                .isEqualTo(grant.path("approvedUntil").asText());
    }
}
