/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.RoleRepresentation;

/** Who reads how a realm is set up, and what others are told. */
final class SetUpIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @BeforeAll
    static void letMariaSeeTheRealm() {
        String client = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        RoleRepresentation role =
                realm.admin().clients().get(client).roles().get("view-realm").toRepresentation();
        realm.user("maria").roles().clientLevel(client).add(List.of(role));
    }

    @Test
    void readsWhenOneMaySeeTheRealm() {
        assertThat(realm.adminRestOf("maria").get("classification").status()).isEqualTo(200);
        assertThat(realm.adminRestOf("maria").get("requests").status()).isEqualTo(403);
        assertThat(realm.adminRestOf("maria").get("me").body().path("approver").asBoolean())
                .isFalse();
    }

    @Test
    void readsWhenOneAdministersTheServer() {
        assertThat(realm.adminRest(Master.token(realm)).get("classification").status())
                .isEqualTo(200);
        assertThat(realm.adminRest(Master.token(realm)).get("requests").error()).isEqualTo("wrong_realm");
    }

    @Test
    void namesTheRolesWhenOneHasNone() {
        Answer refused = realm.adminRestOf("lin").get("classification");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("params").path("roles").asText())
                .isEqualTo("data-access-approver, data-access-auditor, data-access-policy-admin, view-realm");
        assertThat(refused.text("errorMessage")).contains("data-access-auditor");

        Answer untried = realm.adminRestOf("avery")
                .post("decisions", Map.of("subject", "lin", "clientId", "sample-app", "scope", "us-contact"));
        assertThat(untried.body().path("params").path("roles").asText())
                .isEqualTo("data-access-auditor, data-access-policy-admin");
    }

    @Test
    void tellsTheVersion() {
        String version = realm.adminRestOf("olga")
                .get("classification")
                .body()
                .path("version")
                .asText();

        assertThat(version).matches("[0-9]+\\.[0-9]+\\..*");
    }

    /** Consoles count what is left by the server's clock, not by the computer's. */
    @Test
    void tellsTheServersTime() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String date = realm.adminRestOf("olga")
                .get("requests")
                .headers()
                .firstValue("Date")
                .orElseThrow();

        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isBetween(before, Instant.now());
    }
}
