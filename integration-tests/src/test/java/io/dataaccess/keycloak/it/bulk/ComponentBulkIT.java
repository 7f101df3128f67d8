/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is saved as classification or policy is taken or refused in words, and decides without failing. */
final class ComponentBulkIT {

    private static final int CASES = 400;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICIES = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";
    private static final String CATEGORIES = "io.dataaccess.keycloak.catalog.DataCategoryProvider";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    @SuppressWarnings("NullAway.Init")
    private static String token;

    @SuppressWarnings("NullAway.Init")
    private static ObjectNode policy;

    @SuppressWarnings("NullAway.Init")
    private static ObjectNode category;

    @BeforeAll
    static void find() {
        wire = new Wire(cast.server());
        token = cast.administrator();
        policy = component(POLICIES, "us-confidential");
        category = component(CATEGORIES, "us.user.contact");
    }

    private record Change(String field, List<String> values) {}

    @Test
    void takesOrRefusesConditionWhenAnythingIsWritten() {
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.of("eligibility", "eligibility", "exemption", "approverCondition"),
                        Conditions.any())
                .as((field, text) -> new Change(field, List.of(text)));

        play("conditions", policy, changes);
    }

    @Test
    void takesOrRefusesPolicyWhenAnyFieldIsWrong() {
        play("policies", policy, changes(policy));
    }

    @Test
    void takesOrRefusesCategoryWhenAnyFieldIsWrong() {
        play("categories", category, changes(category));
    }

    @ParameterizedTest
    @CsvSource({"'true || (', 31, 'true', ')', 204", "'true || (', 33, 'true', ')', 400"})
    void refusesWhenNestedTooDeep(String open, int times, String inside, String close, int status) {
        assertThat(save(policy, "eligibility", open.repeat(times) + inside + close.repeat(times))
                        .status())
                .isEqualTo(status);
    }

    private static void play(String what, ObjectNode component, Arbitrary<Change> changes) {
        Rounds.play(what, CASES, changes, change -> {
            Reply reply = save(component, change.field(), change.values().toArray(String[]::new));
            Oracle.check(reply, List.of());
            assertThat(reply.status()).isIn(204, 400);
            if (reply.status() == 204) {
                decides();
            } else {
                assertThat(Oracle.json(reply.body()).path("errorMessage").asText())
                        .isNotBlank();
            }
        });
        assertThat(put(component).status()).isEqualTo(204);
    }

    /** For a person who is eligible as the policy stood before, and whoever is asked. */
    private static void decides() {
        Answer decision = cast.admin("olga")
                .post("decisions", Map.of("subject", "lin", "clientId", "sample-app", "scope", "us-contact"));
        assertThat(decision.status())
                .withFailMessage(() -> "Cannot decide: " + decision.body())
                .isEqualTo(200);
        assertThat(cast.admin("olga").get("classification").status()).isEqualTo(200);
        int refused = realm.tokens()
                .password(Client.SAMPLE_APP, "lin", "openid us-contact")
                .status();
        assertThat(refused).isEqualTo(decision.body().path("allowed").asBoolean() ? 200 : 400);
    }

    private static Arbitrary<Change> changes(JsonNode component) {
        List<String> fields = Stream.concat(
                        Stream.of("name", "unknown"),
                        component.path("config").properties().stream().map(Map.Entry::getKey))
                .sorted()
                .toList();
        Arbitrary<String> value = Arbitraries.frequencyOf(
                Tuple.of(3, Texts.any()),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "PT0S",
                                "PT1S",
                                "PT8H",
                                "P366D",
                                "P367D",
                                "/us-security=1",
                                "/us-security=0",
                                "/us-security=1000",
                                "/nowhere=1",
                                "=1",
                                "/=1",
                                "CONFIDENTIAL",
                                "SECRET",
                                "US",
                                "true",
                                "maybe",
                                "(",
                                "(a+)+",
                                "[a-z",
                                "7")));
        return Combinators.combine(Arbitraries.of(fields), value.list().ofMaxSize(3))
                .as(Change::new);
    }

    private static Reply save(ObjectNode component, String field, String... values) {
        ObjectNode changed = component.deepCopy();
        if (field.equals("name")) {
            changed.put("name", values.length == 0 ? "" : values[0]);
        } else {
            ObjectNode config = (ObjectNode) changed.path("config");
            config.set(field, JSON.valueToTree(values));
        }
        return put(changed);
    }

    private static Reply put(ObjectNode component) {
        byte[] body = component.toString().getBytes(UTF_8);
        String target = "/admin/realms/" + realm.name() + "/components/"
                + component.path("id").asText();
        Shot shot = new Shot("PUT", target, List.of("Content-Type: application/json"), body);
        Reply reply = wire.send(shot.bearer(token));
        if (reply.status() != 401) {
            return reply;
        }
        // Keycloak's administrator is let in for a minute only.
        token = cast.administrator();
        return wire.send(shot.bearer(token));
    }

    private static ObjectNode component(String type, String name) {
        return JSON.valueToTree(
                realm.admin().components().query(null, type, name).get(0));
    }
}
