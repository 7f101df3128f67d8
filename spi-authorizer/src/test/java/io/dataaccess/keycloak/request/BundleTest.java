/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BundleTest {

    @Test
    void belongsTogetherWhenFiledTogether() {
        assertThat(key(People.lin(), "b1", Optional.empty())).isEqualTo(key(People.lin(), "b1", Optional.empty()));
        assertThat(key(People.lin(), "b1", Optional.empty())).isNotEqualTo(key(People.lin(), "b2", Optional.empty()));
    }

    @Test
    void belongsTogetherWhenOfOneSubjectForOneTicket() {
        Optional<String> ticket = Optional.of("CASE-1");

        assertThat(key(People.lin(), "b1", ticket)).isEqualTo(key(People.lin(), "b2", ticket));
        assertThat(key(People.lin(), "b1", ticket)).isNotEqualTo(key(People.maria(), "b1", ticket));
        assertThat(key(People.lin(), "b1", ticket)).isNotEqualTo(key(People.lin(), "b1", Optional.of("CASE-2")));
    }

    @Test
    void keepsApartWhenAnotherAsksUnderTheSameTicket() {
        Optional<String> ticket = Optional.of("CASE-1");

        assertThat(key(People.pat(), People.lin(), "b1", ticket))
                .isEqualTo(key(People.pat(), People.lin(), "b2", ticket))
                .isNotEqualTo(key(People.maria(), People.lin(), "b2", ticket));
        assertThat(key(People.pat(), People.lin(), "b1", Optional.empty()))
                .isNotEqualTo(key(People.maria(), People.lin(), "b1", Optional.empty()));
    }

    private static String key(Person subject, String bundle, Optional<String> ticket) {
        return key(People.pat(), subject, bundle, ticket);
    }

    private static String key(Person requester, Person subject, String bundle, Optional<String> ticket) {
        return Bundle.keyOf(new RequestContent(
                requester.user(),
                new Access(
                        subject.user(), Clients.sampleApp(), Scopes.usContact().ref()),
                new RequestReason("legal-request", "Because of a case", ticket),
                Duration.ofHours(1),
                false,
                bundle,
                Optional.empty()));
    }
}
