/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.derived.Ending.Reach;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of credential, each way for its approval to end. */
final class EveryCredentialIT {

    private static final String INACTIVE = "{\"active\":false}";
    private static final List<String> HINTS = List.of("access_token", "refresh_token", "requesting_party_token");
    private static final int MAX_TOKEN_LIFESPAN = 1800;

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Map<Ending, Afterwards> endings = new EnumMap<>(Ending.class);

    @BeforeAll
    static void prepare() {
        World.prepare(realm);
    }

    static Stream<Arguments> table() {
        return Stream.of(Ending.values())
                .flatMap(ending -> Stream.of(Kind.values()).map(kind -> Arguments.of(ending, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void endsWhenTheApprovalEnds(Ending ending, Kind kind) {
        Afterwards afterwards = after(ending);
        Credential credential = afterwards.credential(kind);

        assertInactive(ending.reach(), afterwards, credential);
        assertUserinfo(ending.reach(), kind, afterwards.userinfo(credential));
        assertThat(afterwards.exchange(credential).accessToken()).as("exchange").isEmpty();
        if (credential.isRefreshable()) {
            assertRefresh(ending.reach(), afterwards, credential);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void livesNoLongerThanTheApprovalWhenEverybodyElseAllowsIt(Ending ending, Kind kind) {
        Credential credential = after(ending).credential(kind);
        JsonNode claims = Afterwards.claims(credential.accessToken());

        assertThat(claims.path("exp").asLong())
                .isLessThanOrEqualTo(claims.at("/authorization_details/0/approval/approved_until")
                        .asLong())
                .isLessThanOrEqualTo(credential.received().getEpochSecond() + MAX_TOKEN_LIFESPAN);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void leavesOthersWhenTheApprovalEnds(Ending ending) {
        Afterwards afterwards = after(ending);

        if (ending.isOfOnePerson()) {
            assertThat(afterwards.refresh(afterwards.ofNeighbour, "").scopes()).contains(afterwards.world.scope());
            assertThat(afterwards.introspect(afterwards.ofNeighbour.accessToken(), "access_token"))
                    .contains("\"active\":true");
        }
        if (ending.reach() != Reach.EVERYTHING && ending != Ending.SUBJECT_BARRED) {
            assertThat(afterwards.refresh(afterwards.elsewhere, "").scopes()).contains("us-public");
            assertThat(afterwards.userinfo(afterwards.elsewhere).status()).isEqualTo(200);
        }
    }

    private static Afterwards after(Ending ending) {
        return endings.computeIfAbsent(
                ending,
                added -> Afterwards.of(
                        new World(realm, ending.name().toLowerCase(Locale.ROOT).replace('_', '-'), ending.duration()),
                        ending));
    }

    private static void assertInactive(Reach reach, Afterwards afterwards, Credential credential) {
        for (String hint : HINTS) {
            assertThat(afterwards.introspect(credential.accessToken(), hint))
                    .as("access token as %s", hint)
                    .isEqualTo(INACTIVE);
            if (credential.isRefreshable()) {
                assertThat(afterwards.introspect(credential.refreshToken(), hint))
                        .as("refresh token as %s", hint)
                        .isEqualTo(INACTIVE);
            }
            // Only the client itself is told about a refresh token, even where an API may look at any token (26.7.3).
            if (credential.isRefreshable() && credential.isOfConfidentialClient() && reach != Reach.CLIENT) {
                assertThat(afterwards.introspect(credential.client(), credential.refreshToken(), hint))
                        .as("own refresh token as %s", hint)
                        .isEqualTo(INACTIVE);
            }
        }
    }

    /** A token whose client has no session of the subject's answers until its {@code exp}, but says nothing of data. */
    private static void assertUserinfo(Reach reach, Kind kind, Answer userinfo) {
        boolean gone = switch (reach) {
            case SCOPE, SCOPE_FORGOTTEN -> !kind.isAccessToken();
            case SESSIONS_AT_CLIENT -> kind.isInSession();
            case CLIENT, EVERYTHING -> true;
        };
        assertThat(userinfo.status()).as("userinfo").isEqualTo(gone ? 401 : 200);
        assertThat(Afterwards.said(userinfo).has("data_categories")).isFalse();
        assertThat(Afterwards.said(userinfo).has("authorization_details")).isFalse();
    }

    private static void assertRefresh(Reach reach, Afterwards afterwards, Credential credential) {
        Answer wide = afterwards.refresh(credential, "");
        Answer narrow = afterwards.refresh(credential, "openid");
        switch (reach) {
            case SCOPE -> {
                assertThat(wide.error()).isEqualTo("invalid_grant");
                assertNarrow(narrow, afterwards.world.scope());
            }
            case SCOPE_FORGOTTEN -> {
                assertNarrow(wide, afterwards.world.scope());
                assertNarrow(narrow, afterwards.world.scope());
            }
            case SESSIONS_AT_CLIENT, EVERYTHING -> {
                assertThat(wide.error()).isEqualTo("invalid_grant");
                assertThat(narrow.error()).isEqualTo("invalid_grant");
            }
            case CLIENT -> {
                assertThat(wide.status()).isEqualTo(401);
                assertThat(narrow.status()).isEqualTo(401);
            }
        }
    }

    private static void assertNarrow(Answer answer, String scope) {
        assertThat(answer.scopes())
                .as(answer.body().toString())
                .contains("openid")
                .doesNotContain(scope);
        assertThat(answer.claims().has("data_categories")).isFalse();
    }
}
