/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request remembers the group that stood at the path when it was filed, not the path. */
final class GroupIdentityIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
        realm.changePolicy("us-confidential", "requiredApprovals", "/tower=1");
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @BeforeEach
    void addGroup() {
        Groups.add(realm, "tower");
    }

    @Test
    void takesVoteWhenGroupWasRenamed() {
        String approver = workforce.approver("/tower");
        String request = workforce.file(workforce.newcomer(), "us-contact");
        Groups.rename(realm, "/tower", "keep");

        assertRefused(
                workforce.account(workforce.newcomer()).post("requests", Workforce.asking("us-contact")),
                409,
                "no_approver");
        assertThat(workforce.approve(approver, request).text("status")).isEqualTo("APPROVED");
        Groups.remove(realm, "/keep");
    }

    @Test
    void refusesWhenAnotherGroupTookTheName() {
        String approver = workforce.approver("/tower");
        String request = workforce.file(workforce.newcomer(), "us-contact");
        Groups.rename(realm, "/tower", "old-tower");
        Groups.add(realm, "tower");
        String usurper = workforce.approver("/tower");

        assertRefused(workforce.approve(usurper, request), 403, "not_an_approver");
        assertThat(workforce.approve(approver, request).text("status")).isEqualTo("APPROVED");
        Groups.remove(realm, "/tower");
        Groups.remove(realm, "/old-tower");
    }

    @Test
    void refusesWhenGroupWasDeletedAndMadeAnew() {
        String approver = workforce.approver("/tower");
        String employee = workforce.newcomer();
        String request = workforce.file(employee, "us-contact");
        Groups.remove(realm, "/tower");
        assertThat(workforce.approve(approver, request).status()).isEqualTo(403);

        Groups.add(realm, "tower");
        String successor = workforce.approver("/tower");
        assertRefused(workforce.approve(successor, request), 403, "not_an_approver");
        assertThat(workforce.status(request)).isEqualTo("PENDING");

        assertThat(workforce.account(employee).delete("requests/" + request).status())
                .isEqualTo(204);
        String again = workforce.file(employee, "us-contact");
        assertThat(workforce.approve(successor, again).text("status")).isEqualTo("APPROVED");
        Groups.remove(realm, "/tower");
    }
}
