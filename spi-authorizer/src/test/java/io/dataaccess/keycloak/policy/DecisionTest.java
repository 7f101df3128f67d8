/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.request.Realm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Decisions about several scopes")
class DecisionTest {

    private final Realm realm = Realm.demo();

    private Decision decide(Person subject, GuardedScope... scopes) {
        return realm.decider().decide(new DecisionQuery(subject, Clients.sampleApp(), List.of(scopes), false));
    }

    @Nested
    @DisplayName("A token is issued only if every guarded scope in it is allowed")
    class Every {

        @Test
        void allowsWhenEachIsAllowed() {
            realm.grants.add(Grants.running());
            assertThat(decide(People.lin(), Scopes.usPublic(), Scopes.usContact())
                            .isAllowed())
                    .isTrue();
        }

        @Test
        void refusesWhenOneIsNot() {
            Decision decision = decide(People.lin(), Scopes.usPublic(), Scopes.usContact());
            assertThat(decision.isAllowed()).isFalse();
            assertThat(decision.firstRefused()
                            .map(refused -> refused.scope().ref().name()))
                    .contains("us-contact");
        }

        @Test
        void namesTheReasonThatComesFirstWhenSeveralAreRefused() {
            Decision decision = decide(People.lin(), Scopes.usContact(), Scopes.listing("nothing"));
            assertThat(decision.firstRefused().flatMap(ScopeDecision::refusal)).contains(RefusalReason.UNCLASSIFIED);
        }

        @Test
        void allowsWhenNoGuardedScopeIsAsked() {
            assertThat(decide(People.chen()).isAllowed()).isTrue();
            assertThat(decide(People.chen()).tokenEnd(NOON)).isEmpty();
        }
    }

    @Nested
    @DisplayName("It ends at the earliest of the grants it rests on and the policies' maxTokenLifespan")
    class TokenEnd {

        private void assertEndsAfter(Duration duration, GuardedScope... scopes) {
            assertThat(decide(People.lin(), scopes).tokenEnd(NOON)).contains(NOON.plus(duration));
        }

        @Test
        void endsAtMaxTokenLifespanWhenTheGrantIsLonger() {
            realm.grants.add(Grants.running());
            assertEndsAfter(Duration.ofMinutes(5), Scopes.usContact());
        }

        @Test
        void endsWithTheGrantWhenItIsShorter() {
            realm.grants.add(Grants.lasting(
                    Grants.running(), NOON.minus(Duration.ofMinutes(1)), NOON.plus(Duration.ofMinutes(3))));
            assertEndsAfter(Duration.ofMinutes(3), Scopes.usContact());
        }

        @Test
        void endsAtMaxTokenLifespanWhenNoGrantWasNeeded() {
            assertEndsAfter(Duration.ofMinutes(5), Scopes.usPublic());
        }

        @Test
        void endsAtTheEarliestWhenThereAreSeveralScopes() {
            realm.grants.add(Grants.lasting(
                    Grants.running(), NOON.minus(Duration.ofMinutes(1)), NOON.plus(Duration.ofMinutes(3))));
            assertEndsAfter(Duration.ofMinutes(3), Scopes.usPublic(), Scopes.usContact());
            realm.put(PolicyDrafts.usPublic().with("maxTokenLifespan", "PT2M"));
            assertEndsAfter(Duration.ofMinutes(2), Scopes.usPublic(), Scopes.usContact());
        }

        @Test
        void endsAtTheShortestLifespanWhenThereAreSeveralPolicies() {
            realm.put(PolicyDrafts.usPublic().with("maxTokenLifespan", "PT2M"));
            realm.put(PolicyDrafts.usConfidential().with("exemption", "true"));
            assertEndsAfter(
                    Duration.ofMinutes(2), Scopes.opening("both", Categories.usContact(), Categories.usPublic()));
        }
    }

    @Test
    void writesReasonsWhenAskedAsInTheContract() {
        assertThat(List.of(RefusalReason.values()))
                .extracting(RefusalReason::code)
                .containsExactly(
                        "unclassified",
                        "no_policy",
                        "impersonated",
                        "not_eligible",
                        "undecidable",
                        "approval_required");
    }
}
