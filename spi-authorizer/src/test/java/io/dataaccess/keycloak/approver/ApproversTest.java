/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestDrafts;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Who sees and who decides")
class ApproversTest {

    private final Realm realm = Realm.demo();
    private final AccessRequest request =
            realm.filing().file(RequestDrafts.ofLin()).request();

    @Nested
    @DisplayName("What a request needs is what the policies ask for now, until it is decided")
    class Required {

        private final List<RequiredApproval> one = List.of(new RequiredApproval(Groups.usSecurity(), 1));
        private final List<RequiredApproval> two = List.of(new RequiredApproval(Groups.usSecurity(), 2));

        @Test
        void needsWhatThePolicyAsksForNowWhenPending() {
            assertThat(realm.requestApprovers().required(request)).isEqualTo(one);
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=2"));
            assertThat(realm.requestApprovers().required(request)).isEqualTo(two);
        }

        @Test
        void neededWhatThePolicyAskedForWhenOver() {
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=2"));
            AccessRequest over = request.close(RequestStatus.DENIED, SettableClock.NOON);
            assertThat(realm.requestApprovers().required(over)).isEqualTo(one);
        }

        @Test
        void needsWhatThePolicyAskedForWhenItIsGone() {
            realm.removePolicy("us-confidential");
            assertThat(realm.requestApprovers().required(request)).isEqualTo(one);
        }
    }

    @Nested
    @DisplayName("Approvers see requests of a policy naming a group of theirs whose approver condition they meet")
    class Seeing {

        private boolean sees(Person person) {
            return realm.requestApprovers().maySee(person, request);
        }

        @Test
        void seesWhenInTheGroupAndInTheUs() {
            assertThat(sees(People.avery())).isTrue();
        }

        @Test
        void seesNothingWhenNotInTheUs() {
            assertThat(sees(People.sam())).isFalse();
        }

        @Test
        void seesNothingWhenInAnotherGroup() {
            assertThat(sees(People.erin())).isFalse();
            assertThat(sees(People.dana())).isFalse();
        }

        @Test
        void seesNothingWhenThePolicyIsGone() {
            realm.removePolicy("us-confidential");
            assertThat(sees(People.avery())).isFalse();
        }

        @Test
        void seesAMixedRequestWhenMeetingOneOfThePolicies() {
            realm.scopes.put(Scopes.opening("both", Categories.usContact(), Categories.euContact()));
            AccessRequest both = realm.filing()
                    .file(RequestDrafts.of(
                            People.lin(), Scopes.opening("both", Categories.usContact(), Categories.euContact())))
                    .request();
            assertThat(realm.requestApprovers().maySee(People.erin(), both)).isTrue();
            assertThat(realm.requestApprovers().maySee(People.avery(), both)).isTrue();
            assertThat(realm.requestApprovers().maySee(People.sam(), both)).isFalse();
        }

        @Test
        void seesARequestOfSomebodyGoneWhenNoConditionReadsTheSubject() {
            realm.directory.remove(People.lin());
            assertThat(sees(People.avery())).isTrue();
            realm.put(PolicyDrafts.usConfidential()
                    .with("approverCondition", "approver.attributes['country'] != subject.attributes['country']"));
            assertThat(sees(People.avery())).isFalse();
            realm.directory.put(People.lin());
            assertThat(sees(People.avery())).isTrue();
        }

        @Test
        void revokesAGrantWhenOnThePanel() {
            assertThat(realm.approvers().mayRevoke(People.avery(), Grants.running()))
                    .isTrue();
            assertThat(realm.approvers().mayRevoke(People.disabled(People.avery()), Grants.running()))
                    .isFalse();
            assertThat(realm.approvers().mayRevoke(People.sam(), Grants.running()))
                    .isFalse();
        }

        @Test
        void seesAGrantWhenInTheGroupAndInTheUs() {
            assertThat(realm.approvers().maySee(People.avery(), Grants.running()))
                    .isTrue();
            assertThat(realm.approvers().maySee(People.sam(), Grants.running())).isFalse();
            assertThat(realm.approvers().maySee(People.erin(), Grants.running()))
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("decidable: a vote of this person would be taken now, given a good login")
    class Decidable {

        private boolean decides(Person person) {
            return realm.requestApprovers()
                    .mayDecide(person, realm.requests.find(request.id()).orElseThrow());
        }

        @Test
        void decidesWhenEligible() {
            assertThat(decides(People.avery())).isTrue();
        }

        @Test
        void decidesNotWhenNotInTheUs() {
            assertThat(decides(People.sam())).isFalse();
        }

        @Test
        void decidesNotWhenDisabled() {
            assertThat(decides(People.disabled(People.avery()))).isFalse();
        }

        @Test
        void decidesNotWhenItIsOnesOwn() {
            AccessRequest own = realm.filing()
                    .file(RequestDrafts.of(People.avery(), Scopes.usContact()))
                    .request();
            assertThat(realm.requestApprovers().mayDecide(People.avery(), own)).isFalse();
            assertThat(realm.requestApprovers().mayDecide(People.blake(), own)).isTrue();
        }

        @Test
        void decidesNotWhenOver() {
            realm.clock.advance(Duration.ofDays(1));
            assertThat(decides(People.avery())).isFalse();
        }

        @Test
        void decidesNotWhenThePolicyIsGone() {
            realm.removePolicy("us-confidential");
            assertThat(decides(People.avery())).isFalse();
        }

        @Test
        void decidesNotWhenItCannotBeSaidWhatTheScopeOpens() {
            DataCategory category = Categories.usContact();
            realm.removeCategory(category.key());
            assertThat(decides(People.avery())).isFalse();
            assertThat(realm.requestApprovers().isAwaited(People.avery(), request))
                    .isTrue();
            realm.add(category);
            assertThat(decides(People.avery())).isTrue();
        }

        @Test
        void decidesNotWhenAlreadyApproved() {
            AccessRequest restricted = realm.filing()
                    .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
                    .request();
            AccessRequest voted = realm.vote(restricted.id(), Voters.fresh(People.avery()), VoteInputs.approve());
            assertThat(realm.requestApprovers().mayDecide(People.avery(), voted))
                    .isFalse();
            assertThat(realm.requestApprovers().mayDecide(People.blake(), voted))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("Awaited: who could still approve, each once")
    class Awaited {

        private Stream<String> awaited(AccessRequest about) {
            return realm.requestApprovers()
                    .awaited(about)
                    .map(person -> person.user().username());
        }

        @Test
        void awaitsThoseWhoMayApproveWhenPending() {
            assertThat(awaited(request)).containsExactlyInAnyOrder("avery", "blake");
            realm.clock.advance(Duration.ofDays(1));
            assertThat(awaited(request)).isEmpty();
        }

        @Test
        void awaitsOnceWhenInSeveralGroups() {
            Person dana = People.in(People.dana(), Groups.usSecurity());
            realm.directory.put(dana);
            AccessRequest restricted = realm.filing()
                    .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
                    .request();
            AccessRequest voted = realm.vote(restricted.id(), Voters.fresh(People.avery()), VoteInputs.approve());
            assertThat(awaited(voted)).containsExactlyInAnyOrder("blake", "dana");
        }

        @Test
        void awaitsNobodyWhenThePolicyIsGone() {
            realm.removePolicy("us-confidential");
            assertThat(awaited(request)).isEmpty();
        }
    }

    @Nested
    @DisplayName("The panel as people stand now")
    class Panels {

        @Test
        void countsForEachGroupWhenInSeveral() {
            AccessRequest restricted = realm.filing()
                    .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
                    .request();
            ApproverSet panel = realm.requestApprovers().of(restricted).orElseThrow();
            assertThat(panel.groupsOf(People.in(People.avery(), Groups.dataOwners(), Groups.euPrivacy())))
                    .isEqualTo(
                            Set.of(Groups.usSecurity().id(), Groups.dataOwners().id()));
            assertThat(panel.groupsOf(People.lin())).isEmpty();
            assertThat(panel.requirements())
                    .containsExactly(
                            new RequiredApproval(Groups.dataOwners(), 1), new RequiredApproval(Groups.usSecurity(), 2));
        }

        @Test
        void isNoReclassificationWhenNothingChanged() {
            assertThat(realm.requestApprovers().isReclassified(request)).isFalse();
        }

        @Test
        void isNoReclassificationWhenItCannotBeSaid() {
            realm.removeCategory(Categories.usContact().key());
            assertThat(realm.requestApprovers().isReclassified(request)).isFalse();
            realm.add(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            assertThat(realm.requestApprovers().isReclassified(request)).isTrue();
        }
    }
}
