/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.approver.VoteInputs;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever listens hears of each change once, and of nothing else")
class RecordListenerTest {

    private final Realm realm = Realm.demo();
    private final RequestDraft draft = RequestDrafts.of(People.lin(), Scopes.usContact());
    private final AccessRequest request = realm.filing().file(draft).request();

    @Test
    void hearsOfFilingWhenItIsNew() {
        realm.filing().file(draft);

        assertHeard("filed " + request.id());
    }

    @Test
    void hearsOfGrantWhenApproved() {
        realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.approve());

        assertHeard("filed " + request.id(), "APPROVED " + request.id() + " by " + request.id());
    }

    @Test
    void hearsOfDenialWhenDenied() {
        realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.deny());

        assertHeard("filed " + request.id(), "DENIED " + request.id());
    }

    @Test
    void hearsNothingWhenVoteDoesNotDecide() {
        AccessRequest restricted = realm.filing()
                .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
                .request();

        realm.vote(restricted.id(), Voters.fresh(People.avery()), VoteInputs.approve());

        assertHeard("filed " + request.id(), "filed " + restricted.id());
    }

    @Test
    void hearsOfWithdrawalWhenRequesterTakesItBack() {
        realm.accessEnding().cancel(request.id(), People.lin().user());

        assertHeard("filed " + request.id(), "WITHDRAWN " + request.id());
    }

    @Test
    void hearsOfReminderWhenReminded() {
        realm.clock.advance(Duration.ofMinutes(15));
        new Reminding(realm.records(), realm.clock)
                .remind(request.id(), People.lin().user());

        assertHeard("filed " + request.id(), "reminded " + request.id());
    }

    @Test
    void hearsOfEndWhenHandedBack() {
        realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.approve());
        String grant = realm.grants.all().get(0).id();
        realm.changes.all.clear();

        realm.accessEnding().handBack(grant, People.lin().user());

        assertHeard("ended " + grant);
    }

    private void assertHeard(String... changes) {
        assertThat(realm.changes.all).containsExactly(changes);
    }
}
