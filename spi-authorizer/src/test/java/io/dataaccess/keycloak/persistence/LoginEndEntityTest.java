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
    void keepsBothWhenTheyAreOfOneSecond() {
        note("maria", 10, null);
        note("maria", 10, null);

        assertThat(since("maria", 10)).hasSize(2);
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
