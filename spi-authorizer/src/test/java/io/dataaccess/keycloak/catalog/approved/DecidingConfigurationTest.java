/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration.Basis;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.Configurations;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.lint.ProblemRealm;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ModelException;

@DisplayName("What decides in a realm")
final class DecidingConfigurationTest {

    private static final String KEY = "us.user.contact";

    private final ProblemRealm configured = new ProblemRealm();

    @AfterEach
    void forget() {
        ConfigurationReader.readWith(realmId -> NothingRecorded.nothing());
    }

    @Nested
    @DisplayName("Where nobody asks for approvals: what stands there")
    class Off {

        @Test
        void isTheRealmWhenNothingWasEverApproved() {
            assertThat(basis()).isEqualTo(Basis.REALM);
            assertThat(keys()).contains(List.of(KEY));
            assertThat(opens()).isTrue();
        }

        @Test
        void isTheRealmWhenApprovalsAreNoLongerRequired() {
            record(standing(), false);
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn("us.user.gone");

            assertThat(basis()).isEqualTo(Basis.REALM);
            assertThat(keys()).contains(List.of("us.user.gone"));
        }
    }

    @Nested
    @DisplayName("Where nothing is known: nothing")
    class Unknown {

        @Test
        void isNothingWhenNothingIsApprovedYet() {
            set("required");

            assertThat(basis()).isEqualTo(Basis.NOTHING_APPROVED);
            assertThat(keys()).contains(List.of());
            assertThat(opens()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "Required", "on", "true", "required "})
        void isNothingWhenTheSettingIsMisspelt(String value) {
            set(value);

            assertThat(basis()).isEqualTo(Basis.MISSPELT);
            assertThat(keys()).contains(List.of());
            assertThat(opens()).isFalse();
        }

        @Test
        void isNothingWhenSomebodyChangedWhatWasApproved() {
            ConfigurationReader.readWith(
                    realmId -> new RecordedConfiguration(Optional.empty(), Optional.of("it is another")));

            assertThat(basis()).isEqualTo(Basis.TAMPERED);
            assertThat(keys()).contains(List.of());
            assertThat(opens()).isFalse();
        }

        @Test
        void leavesAScopeOpenWhenItListsNothing() {
            set("required");
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn(null);

            assertThat(keys()).isEmpty();
        }

        @Test
        void isNoAnswerWhenTheDatabaseGivesNone() {
            ConfigurationReader.readWith(realmId -> {
                throw new ModelException("away");
            });

            assertThatThrownBy(DecidingConfigurationTest.this::basis).isInstanceOf(ModelException.class);
        }
    }

    @Nested
    @DisplayName("Where approvals are required: what was approved")
    class Required {

        @ParameterizedTest
        @ValueSource(strings = {"required", "off", "Required", ""})
        void isWhatWasApprovedWhateverTheSettingSays(String value) {
            record(standing(), true);
            set(value);
            ApprovalPolicy approved = policy();
            configured.policy.put("exemption", "true");

            assertThat(basis()).isEqualTo(Basis.APPROVED);
            assertThat(policy()).isEqualTo(approved);
            assertThat(opens()).isTrue();
        }

        @Test
        void isWhatWasApprovedWhenACategoryIsGone() {
            record(standing(), true);
            when(configured.realm.getComponentsStream(
                            configured.realm.getId(), "io.dataaccess.keycloak.catalog.DataCategoryProvider"))
                    .thenAnswer(call -> Stream.of());

            assertThat(opens()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "", "us.user.gone"})
        void isTheApprovedListWhateverTheScopeSays(String list) {
            record(standing(), true);
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn(list);

            assertThat(keys()).contains(List.of(KEY));
        }

        @Test
        void isTheApprovedListWhenTheAttributeIsGone() {
            record(standing(), true);
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn(null);

            assertThat(keys()).contains(List.of(KEY));
        }

        @Test
        void isNothingWhenTheScopeIsRenamed() {
            record(standing(), true);
            when(configured.contact.getName()).thenReturn("contact");

            assertThat(keys()).contains(List.of());
        }

        @Test
        void isNothingWhenAnotherScopeBearsTheName() {
            record(standing(), true);
            when(configured.contact.getId()).thenReturn("another-id");
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn(null);

            assertThat(keys()).contains(List.of());
        }

        @Test
        void isNothingWhenANewScopeListsSomething() {
            record(standing(), true);
            ClientScopeModel other = other();
            assertThat(ScopeCatalog.guardedScope(other)).isEmpty();

            when(other.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn(KEY);
            assertThat(ScopeCatalog.guardedScope(other).map(GuardedScope::keys)).contains(List.of());

            when(other.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn("none");
            assertThat(ScopeCatalog.guardedScope(other)).isEmpty();
        }

        private ClientScopeModel other() {
            ClientScopeModel other = mock();
            when(other.getId()).thenReturn("other");
            when(other.getName()).thenReturn("other");
            when(other.getRealm()).thenReturn(configured.realm);
            return other;
        }
    }

    @Nested
    @DisplayName("What is locked is refused, with approvals and without")
    class Locks {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void lockTheirCategory(boolean required) {
            lock(Lock.Kind.CATEGORY, KEY, required);
            assertThat(opens()).isFalse();
            lock(Lock.Kind.CATEGORY, "us.user.other", required);
            assertThat(opens()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void lockTheirJurisdiction(boolean required) {
            lock(Lock.Kind.JURISDICTION, "US", required);
            assertThat(opens()).isFalse();
            lock(Lock.Kind.JURISDICTION, "EU", required);
            assertThat(opens()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void lockTheirScope(boolean required) {
            lock(Lock.Kind.SCOPE, "us-contact", required);
            assertThat(keys()).contains(List.of());
            lock(Lock.Kind.SCOPE, "us-other", required);
            assertThat(keys()).contains(List.of(KEY));
        }

        @Test
        void lockAScopeWhenItListsNothing() {
            lock(Lock.Kind.SCOPE, "us-contact", false);
            when(configured.contact.getAttribute(ScopeCatalog.CATEGORIES)).thenReturn("none");

            assertThat(keys()).contains(List.of());
        }

        private void lock(Lock.Kind kind, String target, boolean required) {
            record(standing().withLocks(List.of(Configurations.lock(kind, target))), required);
        }
    }

    @Nested
    @DisplayName("It is read once until the realm is another")
    class Reading {

        private final AtomicInteger reads = new AtomicInteger();
        private ComponentModel key = new ComponentModel();

        @Test
        void isReadAgainWhenKeycloakHasReadTheRealmAgain() {
            count();
            when(configured.realm.getComponentsStream()).thenAnswer(call -> Stream.of(key));
            basis();
            basis();
            assertThat(reads).hasValue(1);
            key = new ComponentModel();
            basis();
            assertThat(reads).hasValue(2);
        }

        @Test
        void isReadEachTimeWhenARealmHasNothingToTellItBy() {
            count();
            when(configured.realm.getComponentsStream()).thenAnswer(call -> Stream.of());
            basis();
            basis();
            assertThat(reads).hasValue(2);
        }

        private void count() {
            ConfigurationReader.readWith(realmId -> {
                reads.incrementAndGet();
                return NothingRecorded.nothing();
            });
        }
    }

    private Configuration standing() {
        return RealmConfiguration.of(configured.realm, List.of());
    }

    private void record(Configuration configuration, boolean required) {
        ApprovedConfiguration approved =
                new ApprovedConfiguration(1, configuration, required, Instant.EPOCH, Optional.empty());
        ConfigurationReader.readWith(realmId -> new RecordedConfiguration(Optional.of(approved), Optional.empty()));
    }

    private void set(@Nullable String value) {
        when(configured.realm.getAttribute(ApprovalSetting.ATTRIBUTE)).thenReturn(value);
    }

    private Basis basis() {
        return DecidingConfiguration.of(configured.realm).basis();
    }

    private Optional<List<String>> keys() {
        return ScopeCatalog.guardedScope(configured.contact).map(GuardedScope::keys);
    }

    private ApprovalPolicy policy() {
        return Catalog.of(configured.realm).policySet().policies().get(0);
    }

    /** Whether the scope is classified, and its policy is there. */
    private boolean opens() {
        Catalog catalog = Catalog.of(configured.realm);
        return ScopeCatalog.guardedScope(configured.contact)
                .flatMap(catalog.classification()::categoriesOf)
                .filter(found -> catalog.policySet().policies().size() == 1)
                .isPresent();
    }

    @Test
    void isMisspeltWhenTheDatabaseGivesNothingForABlank() {
        when(configured.realm.getAttributes()).thenReturn(Collections.singletonMap(ApprovalSetting.ATTRIBUTE, null));

        assertThat(basis()).isEqualTo(Basis.MISSPELT);
    }
}
