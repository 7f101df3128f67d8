/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Some hundred requests wait: everybody finds theirs, in order, and no page tells anything else than the count. */
final class QueueIT {

    private static final int COPIES = 150;
    private static final int OF_EACH_SCOPE = COPIES + 1;

    @RegisterExtension
    static final Realm realm = new Realm();

    @BeforeAll
    static void fill() {
        Staff staff = new Staff(realm);
        Stream.of("us-contact", "us-private", "eu-contact")
                .forEach(scope -> Copies.make(realm, staff.file("lin", scope), COPIES));
    }

    @Test
    void ordersUrgentFirstThenByExpiry() {
        List<JsonNode> shown = all(realm.adminRestOf("avery"), "requests", "sort=urgency");

        assertThat(shown)
                .hasSize(2 * OF_EACH_SCOPE)
                .isSortedAccordingTo(comparing((JsonNode request) -> !isUrgent(request))
                        .thenComparing(request -> request.path("expiresAt").asText()))
                .anyMatch(QueueIT::isUrgent)
                .anyMatch(request -> !isUrgent(request));
    }

    @Test
    void keepsBundlesWholeWhenPaged() {
        Rest avery = realm.adminRestOf("avery");

        List<JsonNode> bundles = all(avery, "bundles", "status=PENDING&decidable=true");

        assertThat(bundles)
                .hasSize(2 * (COPIES / 3 + 1 + 1))
                .isSortedAccordingTo(comparing(
                                (JsonNode bundle) -> members(bundle).noneMatch(QueueIT::isUrgent))
                        .thenComparing(bundle -> members(bundle)
                                .map(request -> request.path("expiresAt").asText())
                                .sorted()
                                .findFirst()
                                .orElseThrow()));
        assertThat(bundles).extracting(bundle -> bundle.path("key").asText()).doesNotHaveDuplicates();
        assertThat(bundles.stream().flatMap(QueueIT::members).map(QueueIT::id))
                .containsExactlyInAnyOrderElementsOf(all(avery, "requests", "status=PENDING").stream()
                        .map(QueueIT::id)
                        .toList());
    }

    @Test
    void showsApproverOnlyTheirs() {
        assertThat(scopes("avery")).containsOnly("us-contact", "us-private").hasSize(2 * OF_EACH_SCOPE);
        assertThat(scopes("dana")).containsOnly("us-private").hasSize(OF_EACH_SCOPE);
        assertThat(scopes("erin")).containsOnly("eu-contact").hasSize(OF_EACH_SCOPE);
        assertThat(scopes("sam")).isEmpty();
        assertThat(scopes("olga")).hasSize(3 * OF_EACH_SCOPE);
        assertThat(all(realm.adminRestOf("olga"), "requests", "decidable=true")).isEmpty();
        assertThat(all(realm.adminRestOf("olga"), "requests", "decidable=false"))
                .hasSize(3 * OF_EACH_SCOPE);
    }

    private static Stream<Arguments> filters() {
        return Stream.of(
                filter("status=PENDING&decidable=true&sort=urgency", 2 * OF_EACH_SCOPE, request -> true),
                filter("search=person-14&sort=-expiresAt", 2 * 11, isOf("person-14")),
                filter(
                        "search=case-77",
                        2,
                        request -> request.path("ticket").asText().equals("CASE-77")),
                filter("scope=us-private&sort=createdAt", OF_EACH_SCOPE, isFor("us-private")),
                filter("sensitivity=CONFIDENTIAL", OF_EACH_SCOPE, isFor("us-contact")),
                filter(
                        "sensitivity=RESTRICTED&search=PERSON-1&decidable=true&sort=expiresAt",
                        1 + 10 + 51,
                        isFor("us-private").and(isOf("person-1"))),
                filter("subject=lin&clientId=sample-app", 2, isOf("lin")),
                filter("status=APPROVED", 0, request -> false),
                filter("status=EXPIRED", 0, request -> false),
                filter("decidable=false", 0, request -> false),
                filter("dateFrom=2020-01-01&dateTo=2020-01-02", 0, request -> false),
                filter("clientId=nowhere", 0, request -> false));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsWhatFilterSaysInPagesAndBundlesAndCounts(String query, int count, Predicate<JsonNode> wanted) {
        Rest avery = realm.adminRestOf("avery");
        List<String> expected = all(avery, "requests", "").stream()
                .filter(wanted)
                .map(QueueIT::id)
                .toList();

        List<String> shown =
                all(avery, "requests", query).stream().map(QueueIT::id).toList();

        assertThat(shown).hasSize(count).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(all(avery, "bundles", query).stream()
                        .flatMap(QueueIT::members)
                        .map(QueueIT::id))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Arguments filter(String query, int count, Predicate<JsonNode> wanted) {
        return Arguments.of(query, count, wanted);
    }

    private static Predicate<JsonNode> isFor(String scope) {
        return request -> request.path("scope").asText().equals(scope);
    }

    private static Predicate<JsonNode> isOf(String beginning) {
        return request -> request.at("/subject/username").asText().startsWith(beginning);
    }

    @Test
    void findsTextWhateverItsCase() {
        Rest avery = realm.adminRestOf("avery");

        assertThat(all(avery, "requests", "search=PERSON-149&scope=us-contact")).hasSize(1);
        assertThat(all(avery, "requests", "search=person-1490&scope=us-contact"))
                .isEmpty();
        assertThat(all(avery, "requests", "search=eu-contact")).isEmpty();
    }

    /** All pages of it, as many as the count tells. */
    private static List<JsonNode> all(Rest rest, String list, String query) {
        List<JsonNode> all = new ArrayList<>();
        Answer page = rest.get(list + "?max=100&" + query);
        while (!page.body().isEmpty()) {
            page.body().forEach(all::add);
            page = rest.get(list + "?max=100&first=" + all.size() + "&" + query);
        }
        assertThat(page.status()).isEqualTo(200);
        assertThat(rest.get(list + "/count?" + query).body().asInt()).isEqualTo(all.size());
        return all;
    }

    private static List<String> scopes(String username) {
        return all(realm.adminRestOf(username), "requests", "status=PENDING").stream()
                .map(request -> request.path("scope").asText())
                .toList();
    }

    private static Stream<JsonNode> members(JsonNode bundle) {
        return StreamSupport.stream(bundle.path("requests").spliterator(), false);
    }

    private static boolean isUrgent(JsonNode request) {
        return request.path("urgent").asBoolean();
    }

    private static String id(JsonNode request) {
        return request.path("id").asText();
    }
}
