/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Race.admin;
import static io.dataaccess.keycloak.it.votes.Race.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.UserResource;

/** What comes at the same moment as a revocation: one ends the access, and nothing goes on afterwards. */
final class RevocationRacesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void logIn() {
        workforce.openAccountConsole();
        List.of("avery", "blake", "pat").forEach(workforce::desk);
        workforce.account("lin");
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @EachRound
    void endsOnceWhenTwoRevokeAtOnce() {
        String grant = workforce.grant("lin");

        List<Integer> statuses =
                Race.run(call(() -> workforce.revoke("avery", grant)), call(() -> workforce.revoke("blake", grant)));

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertEndedBy(grant, statuses.get(0) == 204 ? "avery" : "blake");
    }

    @EachRound
    void endsOnceWhenHandedBackAtOnce() {
        String grant = workforce.grant("lin");
        Rest lin = workforce.account("lin");

        List<Integer> statuses =
                Race.run(call(() -> workforce.revoke("pat", grant)), call(() -> lin.delete("grants/" + grant)));

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertEndedBy(grant, statuses.get(0) == 204 ? "pat" : "lin");
    }

    /** Each ends both, and comes from the other side. */
    @EachRound
    void endsBothWhenAccessAndItsExtensionAreRevokedAtOnce() {
        String first = workforce.grant("lin");
        String extension = workforce.grant("lin");

        List<Integer> statuses = Race.run(
                call(() -> workforce.revoke("avery", first)), call(() -> workforce.revoke("blake", extension)));

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(workforce.isAllowed("lin", "us-contact")).isFalse();
        String winner = statuses.get(0) == 204 ? "avery" : "blake";
        assertEndedBy(first, winner);
        assertEndedBy(extension, winner);
    }

    /** Either the vote finds the request cancelled, or its grant ends with the others. */
    @EachRound
    void endsAllWhenItsExtensionIsVotedOnAtOnce() {
        String grant = workforce.grant("lin");
        String extension = workforce.file("lin", "us-contact");

        List<Integer> statuses = Race.run(
                call(() -> workforce.revoke("avery", grant)), call(() -> workforce.approve("blake", extension)));

        assertThat(statuses).isIn(List.of(204, 200), List.of(204, 409));
        assertThat(workforce.status(extension)).isEqualTo(statuses.get(1) == 200 ? "APPROVED" : "CANCELLED");
        assertThat(workforce.isAllowed("lin", "us-contact")).isFalse();
        assertThat(workforce.desk("pat").get("grants?active=true&subject=lin").body())
                .isEmpty();
        assertEndedBy(grant, "avery");
    }

    /** Each waits for what the other has, unless both take it in the same order. */
    @EachRound
    void endsAllWhenExtensionIsPendingAndSubjectIsDeletedAtOnce() {
        String leaver = workforce.newcomer();
        String grant = workforce.grant(leaver);
        String extension = workforce.file(leaver, "us-contact");
        UserResource user = realm.user(leaver);

        List<Integer> statuses = Race.run(call(() -> workforce.revoke("pat", grant)), admin(user::remove));

        assertThat(statuses).isIn(List.of(204, 204), List.of(409, 204));
        assertThat(workforce.status(extension)).isEqualTo("CANCELLED");
    }

    @EachRound
    void yieldsNothingMoreWhenRefreshedAtOnce() {
        String grant = workforce.grant("lin");
        Answer session = realm.tokens().password(Client.SAMPLE_APP, "lin", "openid us-contact");
        AtomicReference<Answer> overtaking = new AtomicReference<>();

        List<Integer> statuses = Race.run(call(() -> workforce.revoke("avery", grant)), () -> {
            Answer refreshed = refresh(session);
            overtaking.set(refreshed);
            return refreshed.status();
        });

        assertThat(statuses).isIn(List.of(204, 200), List.of(204, 400));
        assertNothingMore(session);
        if (statuses.get(1) == 200) {
            assertNothingMore(Objects.requireNonNull(overtaking.get()));
        }
    }

    @EachRound
    void endsOnceWhenSubjectIsDeletedAtOnce() {
        String leaver = workforce.newcomer();
        String grant = workforce.grant(leaver);
        UserResource user = realm.user(leaver);

        List<Integer> statuses = Race.run(call(() -> workforce.revoke("avery", grant)), admin(user::remove));

        // 403: nobody decides about somebody who is gone.
        assertThat(statuses).isIn(List.of(204, 204), List.of(409, 204), List.of(403, 204));
        Answer ended = workforce.desk("pat").get("grants?active=false&max=100");
        assertThat(ended.each("id")).contains(grant);
    }

    private static Answer refresh(Answer session) {
        return realm.tokens().refresh(Client.SAMPLE_APP, session.refreshToken(), "");
    }

    private static void assertNothingMore(Answer session) {
        assertThat(refresh(session).error()).isEqualTo("invalid_grant");
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, session.refreshToken(), "openid")
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, session.accessToken())
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    private static void assertEndedBy(String grant, String username) {
        Answer grants = workforce.desk("pat").get("grants?active=false&subject=lin&max=100");
        assertThat(grants.body())
                .filteredOn(found -> found.path("id").asText().equals(grant))
                .extracting(found -> found.at("/endedBy/username").asText())
                .containsExactly(username);
    }
}
