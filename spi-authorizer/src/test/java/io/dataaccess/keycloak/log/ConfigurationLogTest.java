/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.Configurations;
import io.dataaccess.keycloak.persistence.TestDatabase;
import io.dataaccess.keycloak.persistence.log.LogStore;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;

@DisplayName("What was approved last is what both the table and the log say")
@ParameterizedClass
@EnumSource
final class ConfigurationLogTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final TestDatabase database;
    private final String realmId = UUID.randomUUID().toString();
    private final RealmModel realm = mock(RealmModel.class);

    ConfigurationLogTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        when(realm.getId()).thenReturn(realmId);
        database.runInTransaction(em -> new LogStore(session(em), realmId)
                .create("id.example.com/realms/workforce/data-access/log", "c2VjcmV0", Instant.EPOCH));
    }

    @Test
    void isNothingWhenNothingWasApproved() {
        assertThat(newest()).isEqualTo(RecordedConfiguration.nothing());
    }

    @Test
    void isTheLastOneWhenSeveralWereApproved() {
        assertThat(approve(Configurations.empty(), true, Optional.empty()).version())
                .isEqualTo(1);
        ApprovedConfiguration last = approve(Configurations.usContact(), true, Optional.of("change-1"));

        assertThat(last)
                .isEqualTo(
                        new ApprovedConfiguration(2, Configurations.usContact(), true, NOW, Optional.of("change-1")));
        assertThat(newest()).isEqualTo(RecordedConfiguration.of(last));
        verify(realm).setAttribute("data-access.configurationVersion", "2");
    }

    @Test
    void standsInTheLogWithItsHash() {
        approve(Configurations.usContact(), true, Optional.of("change-1"));

        String entry = database.inTransaction(
                em -> new LogStore(session(em), realmId).waiting(10).get(0).entry());
        assertThat(entry)
                .contains(
                        "\"kind\":\"configuration_approved\"",
                        "\"version\":1",
                        "\"required\":true",
                        "\"change\":\"change-1\"",
                        "\"hash\":\"" + Configurations.usContact().hash() + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update DATA_ACCESS_CONFIGURATION set CONTENT = '{}'",
                "update DATA_ACCESS_CONFIGURATION set CONTENT_HASH = 'abc'",
                "update DATA_ACCESS_CONFIGURATION set REQUIRED = false",
                "update DATA_ACCESS_CONFIGURATION set VERSION = 7",
                "update DATA_ACCESS_CONFIGURATION set CHANGE_ID = 'another'",
                "delete from DATA_ACCESS_CONFIGURATION",
                "delete from DATA_ACCESS_LOG_ENTRY",
                "update DATA_ACCESS_LOG_ENTRY set ENTRY = '{}'"
            })
    void isUnknownWhenSomebodyChangedOneOfThem(String statement) {
        approve(Configurations.usContact(), true, Optional.of("change-1"));
        database.runInTransaction(em -> em.createNativeQuery(statement + " where REALM_ID = :realm")
                .setParameter("realm", realmId)
                .executeUpdate());

        assertThat(newest().approved()).isEmpty();
        assertThat(newest().mismatch()).isPresent();
        assertThatThrownBy(() -> approve(Configurations.empty(), true, Optional.empty()))
                .isInstanceOf(ModelException.class);
    }

    /** An older row is put back in the place of the newest. */
    @Test
    void isUnknownWhenTheNewestRowIsGone() {
        approve(Configurations.empty(), true, Optional.empty());
        approve(Configurations.usContact(), true, Optional.empty());
        database.runInTransaction(em -> em.createNativeQuery(
                        "delete from DATA_ACCESS_CONFIGURATION where VERSION = 2 and REALM_ID = :realm")
                .setParameter("realm", realmId)
                .executeUpdate());

        assertThat(newest().mismatch()).isPresent();
    }

    private RecordedConfiguration newest() {
        return database.inTransaction(em -> log(em).newest());
    }

    private ApprovedConfiguration approve(Configuration configuration, boolean required, Optional<String> change) {
        return database.inTransaction(em -> log(em).approve(realm, configuration, required, change));
    }

    private ConfigurationLog log(EntityManager em) {
        return new ConfigurationLog(session(em), realmId, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static KeycloakSession session(EntityManager em) {
        JpaConnectionProvider connection = mock(JpaConnectionProvider.class);
        when(connection.getEntityManager()).thenReturn(em);
        KeycloakSession session = mock(KeycloakSession.class);
        when(session.getProvider(JpaConnectionProvider.class)).thenReturn(connection);
        KeycloakContext context = mock(KeycloakContext.class);
        when(session.getContext()).thenReturn(context);
        return session;
    }
}
