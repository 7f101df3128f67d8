/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A running grant says what the gate would say now. Each test starts from one that is usable, and changes one thing. */
final class UsableGrantsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    private String subject = "";

    @BeforeEach
    void grantAccess() {
        subject = staff.newcomer();
        staff.grant(subject);
        assertUsable();
    }

    @Test
    void isNotUsableWhenHandedBack() {
        staff.self(subject).delete("grants/" + grant().path("id").asText());

        assertThat(grant().path("active").asBoolean()).isFalse();
        assertThat(grant().path("usable").asBoolean()).isFalse();
    }

    @Test
    void isNotUsableWhenItsSubjectIsBarred() {
        realm.changeAttribute(subject, "legal_entity", "Clips Beijing");

        assertNotUsable();
        assertThat(staff.self(subject).get("grants").each("usable")).containsExactly("false");
    }

    @Test
    void isNotUsableWhenItsSubjectIsDisabled() {
        realm.changeUser(subject, user -> user.setEnabled(false));
        assertNotUsable();

        realm.changeUser(subject, user -> user.setEnabled(true));
        assertUsable();
    }

    @Test
    void isUsableForLessWhenThePolicyBecameShorter() {
        realm.changePolicy("us-confidential", "defaultDuration", "PT10M");
        realm.changePolicy("us-confidential", "maxDuration", "PT10M");
        assertThat(time("usableUntil")).isEqualTo(time("approvedAt").plus(Duration.ofMinutes(10)));
        assertThat(staff.self(subject).get("grants").each("usableUntil"))
                .containsExactly(grant().path("usableUntil").asText());

        realm.changePolicy("us-confidential", "maxDuration", "PT8H");
        realm.changePolicy("us-confidential", "defaultDuration", "PT1H");
        assertUsable();
    }

    @Test
    void isNotUsableWhenItsScopeOpensMore() {
        realm.changeCategories("us-contact", "us.user.contact us.user.content.private");
        assertNotUsable();

        realm.changeCategories("us-contact", "us.user.contact");
        assertUsable();
    }

    @Test
    void isNotUsableWhenItsClientIsDisabled() {
        realm.changeClient("sample-app", client -> client.setEnabled(false));
        assertNotUsable();

        realm.changeClient("sample-app", client -> client.setEnabled(true));
        assertUsable();
    }

    private void assertUsable() {
        assertThat(grant().path("active").asBoolean()).isTrue();
        assertThat(grant().path("usable").asBoolean()).isTrue();
        assertThat(time("usableUntil")).isEqualTo(time("approvedUntil"));
    }

    /** Its own time still runs. */
    private void assertNotUsable() {
        assertThat(grant().path("active").asBoolean()).isTrue();
        assertThat(grant().path("usable").asBoolean()).isFalse();
        assertThat(grant().path("usableUntil").isNull()).isTrue();
    }

    private Instant time(String field) {
        return Instant.parse(grant().path(field).asText());
    }

    private JsonNode grant() {
        return realm.adminRestOf("pat").get("grants?subject=" + subject).body().path(0);
    }
}
