/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** When logins ended, kept in a real database. */
@ParameterizedClass
@EnumSource
final class LoginEndEntityTest {

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    LoginEndEntityTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void tellsThoseOfThatSecondAndLater() {
        note("maria", 10, null);
        note("maria", 20, "root.tab");

        assertThat(since("maria", 21)).isEmpty();
        assertThat(since("maria", 20)).containsExactly("20 root.tab");
        assertThat(since("maria", 10)).containsExactlyInAnyOrder("10 all", "20 root.tab");
    }

    @Test
    void keepsOneWhenTheyAreOfOneSecond() {
        note("maria", 10, "root.tab");
        note("maria", 10, "root.tab");
        note("maria", 10, null);
        note("maria", 10, null);
        note("maria", 10, "root.tab");
        note("maria", 9, null);

        assertThat(since("maria", 1)).containsExactlyInAnyOrder("10 root.tab", "10 all");
    }

    @Test
    void keepsBothWhenTheyAreOfTwoLogins() {
        note("maria", 10, "root.tab");
        note("maria", 10, "root.other");

        assertThat(since("maria", 1)).containsExactlyInAnyOrder("10 root.tab", "10 root.other");
    }

    /** An end of one login tells nothing of the others' ends before it. */
    @Test
    void deletesWhatANewerOneCoversAndNothingElse() {
        note("maria", 10, null);
        note("maria", 11, "root.tab");
        note("maria", 20, null);
        note("maria", 21, "root.tab");
        note("maria", 22, "root.other");
        note("lin", 5, null);

        database.runInTransaction(LoginEndEntity::deleteCovered);

        assertThat(since("maria", 1)).containsExactlyInAnyOrder("20 all", "21 root.tab", "22 root.other");
        assertThat(since("lin", 1)).containsExactly("5 all");
    }

    @Test
    void tellsNothingOfOthersOrOfAnotherRealm() {
        note("maria", 10, null);

        assertThat(since("lin", 1)).isEmpty();
        database.runInTransaction(em ->
                assertThat(LoginEndEntity.since(em, "another", "maria", 1)).isEmpty());
    }

    @Test
    void deletesWhatIsOlderAndNothingElse() {
        note("maria", 10, null);
        note("maria", 20, null);

        database.runInTransaction(em -> LoginEndEntity.deleteBefore(em, 20));

        assertThat(since("maria", 1)).containsExactly("20 all");
    }

    private void note(String user, long seconds, @Nullable String login) {
        database.runInTransaction(em -> LoginEndEntity.note(em, realm, user, seconds, login));
    }

    private List<String> since(String user, long seconds) {
        return database.inTransaction(em -> LoginEndEntity.since(em, realm, user, seconds).stream()
                .map(end -> end.endedAt() + " " + end.login().orElse("all"))
                .toList());
    }
}
