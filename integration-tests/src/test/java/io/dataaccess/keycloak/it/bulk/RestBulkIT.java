/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every REST endpoint takes whatever is sent, by people of this realm and of another. */
final class RestBulkIT {

    private static final int CASES = 150;
    private static final String OURS = "marker-of-maria-fd81";
    private static final String THEIRS = "marker-of-neighbours-a3c0";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    /** The realm next door, on the same server. */
    @Nested
    final class NextDoor {

        @RegisterExtension
        static final Realm neighbour = new Realm();

        private static final Cast neighbours = new Cast(neighbour);

        private static final List<String> requests = new ArrayList<>();
        private static final List<String> grants = new ArrayList<>();
        private static final List<String> victims = new ArrayList<>();
        private static List<JsonNode> before = List.of();

        @SuppressWarnings("NullAway.Init")
        private static Wire wire;

        @BeforeAll
        static void plant() {
            wire = new Wire(cast.server());
            String granted = cast.newcomer("granted");
            requests.add(cast.file("maria", "eu-contact", "A court asks " + OURS));
            requests.add(neighbours.file("lin", "us-private", "A court asks " + THEIRS));
            String approved = cast.file(granted, "eu-contact", "A court asks " + OURS);
            requests.add(approved);
            grants.add(cast.approve("erin", approved)
                    .body()
                    .path("grant")
                    .path("id")
                    .asText());
            for (String victim : List.of("victim1", "victim2", "victim3")) {
                victims.add(cast.file(cast.newcomer(victim), "us-private", "A court asks for it all"));
            }
            before = state();
        }

        /** What was there is there, unchanged, and nobody got anything. */
        @AfterEach
        void nothingHasChanged() {
            cast.logInAgain();
            neighbours.logInAgain();
            assertThat(state()).isEqualTo(before);
        }

        private static List<JsonNode> state() {
            return Stream.of(
                            cast.request(requests.get(0)),
                            neighbours.request(requests.get(1)),
                            cast.request(requests.get(2)),
                            cast.grantsOf("granted"),
                            cast.grantsOf("maria"),
                            cast.grantsOf("lin"),
                            neighbours.grantsOf("lin"))
                    .toList();
        }

        @ParameterizedTest
        @MethodSource("endpoints")
        void refusesOrAnswersWhenAnythingIsSent(Endpoint endpoint) {
            Shots shots = new Shots(endpoint, realm.name(), List.of(neighbour.name(), "master"));
            Rounds.play(endpoint.toString(), CASES, shots.any(), fired -> {
                boolean theirs = fired.caller().startsWith("their ");
                String token = theirs
                        ? neighbours.token(fired.caller().substring("their ".length()))
                        : cast.token(fired.caller());
                boolean overview =
                        fired.caller().startsWith("olga") || fired.caller().startsWith("pat");
                Oracle.checkRest(
                        wire.send(fired.shot().bearer(token)),
                        theirs || !overview ? List.of(OURS, THEIRS) : List.of(THEIRS));
            });
        }

        /** Keycloak's own filter would fail on them, after the fact. */
        @ParameterizedTest
        @MethodSource("endpoints")
        void refusesWhenContentTypeCannotBeRead(Endpoint endpoint) {
            String caller = endpoint.use().callers().get(0);
            for (String type : List.of("x", "", "application/json/json", "/")) {
                String id = endpoint.use().ids().get(0);
                Reply reply = wire.send(new Shot(
                                endpoint.method(),
                                endpoint.target(realm.name(), id),
                                List.of("Content-Type: " + type),
                                "{}".getBytes(UTF_8))
                        .bearer(cast.token(caller)));

                Oracle.checkRest(reply, List.of(THEIRS));
                assertThat(reply.status()).isEqualTo(415);
                assertThat(Oracle.json(reply.body()).path("error").asText()).isEqualTo("unsupported_media_type");
            }
        }

        static List<Endpoint> endpoints() {
            List<String> known =
                    Stream.of(requests, grants, victims).flatMap(List::stream).toList();
            return Endpoints.all(known, victims);
        }
    }
}
