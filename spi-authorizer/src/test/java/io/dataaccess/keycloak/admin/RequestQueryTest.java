/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.Query;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

final class RequestQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final TextSearch LEGAL =
            new TextSearch("legal", Set.of("client"), Set.of("legal-request"), Set.of());

    private final KeycloakSession session = mock();
    private final RealmModel realm = mock();

    @BeforeEach
    void knowLinAndTheSampleApplication() {
        UserProvider users = mock();
        UserModel lin = mock();
        ClientModel sample = mock();
        when(session.users()).thenReturn(users);
        when(users.getUserByUsername(realm, "lin")).thenReturn(lin);
        when(lin.getId()).thenReturn("id-of-lin");
        when(realm.getClientByClientId("sample-app")).thenReturn(sample);
        when(sample.getId()).thenReturn("id-of-sample");
    }

    @Test
    void restrictsNothingWhenNothingIsAsked() {
        assertThat(filter(Map.of()))
                .hasValue(new RequestFilter(
                        RecordFilter.ALL, new When(Optional.empty(), NOW), Content.ANY, Order.NEWEST_FIRST));
    }

    @Test
    void restrictsWhenAsked() {
        assertThat(filter(Map.of(
                        "subject", "lin",
                        "clientId", "sample-app",
                        "status", "EXPIRED",
                        "sensitivity", "RESTRICTED",
                        "bundle", "b",
                        "search", "legal",
                        "dateFrom", "2026-01-01")))
                .hasValue(new RequestFilter(
                        new RecordFilter(
                                Optional.empty(),
                                new AccessFilter(
                                        Optional.of("id-of-lin"), Optional.of("id-of-sample"), Optional.empty()),
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                Optional.empty()),
                        new When(Optional.of(RequestStatus.EXPIRED), NOW),
                        new Content(Optional.of(Sensitivity.RESTRICTED), Optional.of("b"), Optional.of(LEGAL)),
                        Order.NEWEST_FIRST));
    }

    @Test
    void matchesNothingWhenNameIsUnknown() {
        assertThat(filter(Map.of("subject", "nobody"))).isEmpty();
        assertThat(filter(Map.of("subject", "lin", "clientId", "nothing"))).isEmpty();
    }

    @Test
    void refusesWhenValueIsWrongAlthoughNameIsUnknown() {
        assertThatThrownBy(() -> filter(Map.of("subject", "nobody", "status", "OPEN")))
                .isInstanceOf(InvalidCallException.class);
        assertThatThrownBy(() -> filter(Map.of("subject", "nobody", "decidable", "maybe")))
                .isInstanceOf(InvalidCallException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, OLDEST_FIRST",
        "-createdAt, NEWEST_FIRST",
        "expiresAt, EXPIRING_FIRST",
        "-expiresAt, EXPIRING_LAST",
        "urgency, URGENT_FIRST"
    })
    void sortsWhenAsked(String sort, Order order) {
        assertThat(filter(Map.of("sort", sort)).orElseThrow().order()).isEqualTo(order);
    }

    @Test
    void sortsBundlesByUrgencyWhenNothingElseIsAsked() {
        RequestQuery search = RequestQuery.of(new Query(new MultivaluedHashMap<>()), NOW);

        assertThat(search.filterOfBundles(new ReferenceLookup(session, realm), text -> LEGAL)
                        .orElseThrow()
                        .order())
                .isEqualTo(Order.URGENT_FIRST);
    }

    private Optional<RequestFilter> filter(Map<String, String> parameters) {
        return RequestQuery.of(new Query(new MultivaluedHashMap<>(parameters)), NOW)
                .filter(new ReferenceLookup(session, realm), text -> LEGAL);
    }
}
