/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The question")
class AccessTest {

    private static final UserRef LIN = new UserRef("u1", "lin");
    private static final ClientRef APP = new ClientRef("c1", "app");
    private static final ScopeRef CONTACT = new ScopeRef("s1", "contact");
    private static final Access ACCESS = new Access(LIN, APP, CONTACT);

    @Nested
    @DisplayName("Nothing is ever matched by name")
    class ById {

        @Test
        void isSameWhenOnlyNamesDiffer() {
            Access renamed =
                    new Access(new UserRef("u1", "lin2"), new ClientRef("c1", "app2"), new ScopeRef("s1", "contact2"));
            assertThat(ACCESS.isSameAs(renamed)).isTrue();
        }

        @Test
        void differsWhenTheSubjectIsAnotherUserOfTheSameName() {
            assertThat(ACCESS.isSameAs(new Access(new UserRef("u2", "lin"), APP, CONTACT)))
                    .isFalse();
        }

        @Test
        void differsWhenTheClientIsAnotherOfTheSameName() {
            assertThat(ACCESS.isSameAs(new Access(LIN, new ClientRef("c2", "app"), CONTACT)))
                    .isFalse();
        }

        @Test
        void differsWhenTheScopeIsAnotherOfTheSameName() {
            assertThat(ACCESS.isSameAs(new Access(LIN, APP, new ScopeRef("s2", "contact"))))
                    .isFalse();
        }

        @Test
        void isMemberWhenTheGroupWasRenamed() {
            assertThat(People.avery()
                            .isMemberOf(new GroupRef(Groups.usSecurity().id(), "/renamed")))
                    .isTrue();
        }

        @Test
        void isNoMemberWhenAnotherGroupHasThePath() {
            assertThat(People.avery().isMemberOf(new GroupRef("another", "/us-security")))
                    .isFalse();
        }
    }

    @Test
    void isInNoGroupWhenTheAccountIsPassing() {
        assertThat(People.avery().groups()).containsExactly(Groups.usSecurity());
        assertThat(People.transientUser(People.avery()).groups()).isEmpty();
    }

    @Test
    void targetsItselfWhenMadeFromAccess() {
        assertThat(AccessFilter.of(ACCESS))
                .isEqualTo(new AccessFilter(
                        java.util.Optional.of("u1"), java.util.Optional.of("c1"), java.util.Optional.of("s1")));
    }

    @Test
    void restrictsOneThingWhenSelecting() {
        assertThat(RecordFilter.of("u1").party()).contains("u1");
        assertThat(RecordFilter.of("u1").target()).isEqualTo(AccessFilter.ANY);
        assertThat(RecordFilter.of(AccessFilter.of(ACCESS)).target()).isEqualTo(AccessFilter.of(ACCESS));
        assertThat(RecordFilter.of(AccessFilter.of(ACCESS)).party()).isEmpty();
    }
}
