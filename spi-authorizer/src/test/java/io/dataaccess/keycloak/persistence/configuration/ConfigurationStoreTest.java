/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.Configurations;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.persistence.TestDatabase;
import io.dataaccess.transparency.entry.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.ModelDuplicateException;

/** Approved configurations in a real database. */
@ParameterizedClass
@EnumSource
final class ConfigurationStoreTest {

    private static final Instant THEN = Instant.parse("2026-11-28T12:00:00Z");

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    ConfigurationStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void knowsNothingWhenNothingWasApproved() {
        append(UUID.randomUUID().toString(), approved(1, true));

        assertThat(newest()).isEmpty();
    }

    @Test
    void givesTheHighestVersionWhole() {
        append(realm, approved(1, true));
        append(realm, approved(2, true));
        append(realm, approved(10, false));
        append(realm, approved(3, true));

        assertThat(newest().flatMap(StoredConfiguration::approved)).contains(approved(10, false));
    }

    @Test
    void refusesAVersionThatIsThere() {
        append(realm, approved(1, true));

        assertThatThrownBy(() -> append(realm, approved(1, false))).isInstanceOf(ModelDuplicateException.class);
        assertThat(newest().flatMap(StoredConfiguration::approved)).contains(approved(1, true));
    }

    @Test
    void takesOneWhenTwoAddTheSameVersionAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> adding = Stream.of(true, false)
                    .map(required -> two.submit(() -> adds(both, required)))
                    .toList();
            List<Boolean> added = List.of(
                    adding.get(0).get(1, TimeUnit.MINUTES), adding.get(1).get(1, TimeUnit.MINUTES));

            assertThat(added).containsExactlyInAnyOrder(true, false);
            assertThat(newest().map(StoredConfiguration::required)).contains(added.get(0));
        } finally {
            two.shutdownNow();
        }
    }

    private boolean adds(CountDownLatch both, boolean required) {
        try {
            database.runInTransaction(em -> {
                ConfigurationStore store = new ConfigurationStore(em, realm);
                assertThat(store.newest()).isEmpty();
                both.countDown();
                await(both);
                store.append(approved(1, required));
            });
            return true;
        } catch (ModelDuplicateException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysNothingWhenSomebodyChangedTheContent() {
        append(realm, approved(1, true));
        change("CONTENT = '{}'");

        assertThat(newest()).isPresent();
        assertThat(newest().flatMap(StoredConfiguration::approved)).isEmpty();
    }

    @Test
    void saysNothingWhenSomebodyChangedTheContentAndItsHash() {
        append(realm, approved(1, true));
        change("CONTENT = '{}', CONTENT_HASH = '" + Configuration.hash("{}") + "'");

        assertThat(newest().flatMap(StoredConfiguration::approved)).isEmpty();
    }

    @Test
    void isCanonicalAsTheLogsEntriesAre() {
        String content = approved(1, true).configuration().content();

        assertThat(new String(CanonicalJson.of(content), UTF_8)).isEqualTo(content);
    }

    private void change(String assignment) {
        database.runInTransaction(em -> em.createNativeQuery(
                        "update DATA_ACCESS_CONFIGURATION set " + assignment + " where REALM_ID = :realm")
                .setParameter("realm", realm)
                .executeUpdate());
    }

    private void append(String realmId, ApprovedConfiguration approved) {
        database.runInTransaction(em -> new ConfigurationStore(em, realmId).append(approved));
    }

    private Optional<StoredConfiguration> newest() {
        return database.inTransaction(em -> new ConfigurationStore(em, realm).newest());
    }

    private static ApprovedConfiguration approved(int version, boolean required) {
        Configuration configuration = Configurations.of(
                        Configurations.category("CONFIDENTIAL"),
                        Configurations.element(
                                "us-confidential", "eligibility", "a == \"\u00fc\\\" \n", "approverAcr", ""),
                        Configurations.scope(""))
                .withLocks(List.of(
                        Configurations.lock(Lock.Kind.SCOPE, "us-contact"),
                        Configurations.lock(Lock.Kind.JURISDICTION, "US")));
        return new ApprovedConfiguration(
                version, configuration, required, THEN, version == 1 ? Optional.empty() : Optional.of("change-1"));
    }
}
