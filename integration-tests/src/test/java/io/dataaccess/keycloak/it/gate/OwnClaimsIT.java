/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;

/**
 * What becomes of every claim that Keycloak, or we, read in a token, when mappers write it: each kind of mapper that can,
 * in tokens of each grant. Every token is issued once, and each claim is looked at in all of them.
 */
final class OwnClaimsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    /** What mappers write; the account has it as its first name. */
    private static final String FORGED = "forged";

    /** In years to come. */
    private static final long LATER = 4_102_444_800L;

    /** All but {@code azp}: whoever lets other mappers than those of roles write it gets no token. */
    private static final List<String> CLAIMS = List.of(
            "client_id",
            "sid",
            "session_state",
            "sub",
            "iss",
            "aud",
            "typ",
            "jti",
            "acr",
            "scope",
            "nonce",
            "cnf",
            "act",
            "may_act",
            "authorization",
            "authorization_details",
            "data_categories",
            "realm_access",
            "resource_access",
            "allowed-origins",
            "trusted-certs",
            "at_hash",
            "c_hash",
            "s_hash",
            "amr",
            "groups",
            "preferred_username",
            "email");

    private static final List<String> TIMES = List.of("exp", "iat", "nbf", "auth_time");

    private static final Map<String, JsonNode> tokens = new LinkedHashMap<>();
    private static final Map<String, String> written = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static List<String> sessions;

    @SuppressWarnings("NullAway.Init")
    private static String user;

    @BeforeAll
    static void issue() {
        realm.addUser("forger", Map.of("country", "CN", "legal_entity", "Clips Singapore"));
        realm.changeUser("forger", account -> account.setFirstName(FORGED));
        RoleRepresentation role = new RoleRepresentation();
        role.setName(FORGED);
        realm.admin().roles().create(role);
        realm.user("forger")
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get(FORGED).toRepresentation()));
        user = realm.user("forger").toRepresentation().getId();
        issueTo("hardcoded", hardcoding());
        issueTo("lightweight", hardcoding().attribute("client.use.lightweight.access.token.enabled", "true"));
        Forger copying = Forger.ofAccessTokens();
        CLAIMS.forEach(claim -> copying.copy("firstName", claim));
        TIMES.forEach(claim -> copying.copy("firstName", claim));
        issueTo("copied", copying);
        Forger roles = Forger.ofAccessTokens();
        // Of these, Keycloak reads one text, and takes no token with a list there.
        CLAIMS.stream()
                .filter(claim -> !List.of("at_hash", "c_hash", "s_hash", "preferred_username", "email")
                        .contains(claim))
                .forEach(roles::writeRoles);
        roles.writeRoles("azp");
        TIMES.forEach(roles::writeRoles);
        issueTo("roles", roles);
        sessions = Stream.concat(
                        realm.user("forger").getUserSessions().stream(),
                        List.of("hardcoded", "lightweight", "copied", "roles").stream()
                                .flatMap(client -> realm
                                        .user("forger")
                                        .getOfflineSessions(realm.admin()
                                                .clients()
                                                .findByClientId(client)
                                                .get(0)
                                                .getId())
                                        .stream()))
                .map(UserSessionRepresentation::getId)
                .toList();
    }

    private static Forger hardcoding() {
        Forger forger = Forger.ofAccessTokens();
        CLAIMS.stream()
                .filter(claim -> !claim.equals("resource_access"))
                .forEach(claim -> forger.hardcode(claim, FORGED, "String"));
        TIMES.forEach(claim -> forger.hardcode(claim, String.valueOf(LATER), "long"));
        forger.hardcode("resource_access", "{\"realm-management\":{\"roles\":[\"realm-admin\"]}}", "JSON");
        return forger;
    }

    /** By the name of client and grant. */
    private static void issueTo(String name, Forger forger) {
        Client client = forger.in(realm, name);
        Answer password = keep(name + " password", realm.tokens().password(client, "forger", "openid"));
        keep(name + " guarded", realm.tokens().password(client, "forger", "openid us-public"));
        keep(name + " refresh", realm.tokens().refresh(client, password.refreshToken(), ""));
        Answer offline =
                keep(name + " offline", realm.tokens().password(client, "forger", "openid offline_access us-public"));
        keep(name + " offline narrowed", realm.tokens().refresh(client, offline.refreshToken(), "openid"));
        keep(name + " service", realm.tokens().clientCredentials(client, "openid"));
        keep(name + " exchanged", realm.tokens().exchange(client, password.accessToken(), "openid"));
        Visitor visitor =
                new Visitor().open(realm.tokens().loginUrl(client, "openid")).signIn("forger");
        keep(name + " code", realm.tokens().code(client, visitor.told("code")));
        visitor.open(realm.tokens().loginUrl(client, "openid").replace("response_type=code", "response_type=token")
                + "&nonce=n");
        keep(name + " implicit", visitor.told("access_token"));
    }

    private static Answer keep(String name, Answer answer) {
        assertThat(answer.status()).as(name + answer.body()).isEqualTo(200);
        keep(name, answer.accessToken());
        if (!answer.refreshToken().isEmpty()) {
            tokens.put(name + " R", Jwt.claims(answer.refreshToken()));
        }
        return answer;
    }

    private static void keep(String name, String token) {
        assertThat(token).as(name).isNotEmpty();
        tokens.put(name, Jwt.claims(token));
        written.put(name, new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode claims(String name) {
        return tokens.getOrDefault(name, MissingNode.getInstance());
    }

    @Test
    void standsOnceWhenMappersWriteTheClaimAsWell() {
        JsonMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        assertThat(written).hasSize(36);
        written.forEach((name, json) ->
                assertThatCode(() -> strict.readTree(json)).as(name).doesNotThrowAnyException());
    }

    @Test
    void namesTheClientWhenMappersNameAnother() {
        tokens.forEach((name, claims) -> {
            assertThat(claims.path("azp").asText()).as(name).isEqualTo(name.split(" ", 2)[0]);
            assertThat(claims.path("client_id").asText(claims.path("azp").asText()))
                    .as(name)
                    .isEqualTo(name.split(" ", 2)[0]);
        });
    }

    @Test
    void namesTheSessionWhenMappersNameAnother() {
        tokens.forEach((name, claims) -> {
            if (name.contains("service")) {
                assertThat(claims.has("sid") || claims.has("session_state"))
                        .as(name)
                        .isFalse();
            } else {
                assertThat(sessions).as(name).contains(claims.path("sid").asText());
                assertThat(claims.path("session_state")
                                .asText(claims.path("sid").asText()))
                        .as(name)
                        .isEqualTo(claims.path("sid").asText());
            }
        });
    }

    /** Keycloak finds the user of other tokens by their session, so that a deployment may write into those what it likes. */
    @Test
    void namesTheUserWhenScopeIsGuardedOrThereIsNoSession() {
        String service = realm.admin()
                .users()
                .searchByUsername("service-account-hardcoded", true)
                .get(0)
                .getId();
        tokens.forEach((name, claims) -> {
            String subject = claims.path("sub").asText();
            if (name.equals("hardcoded service")) {
                assertThat(subject).isEqualTo(service);
            } else if (name.contains("guarded") || name.endsWith("offline")) {
                assertThat(subject).as(name).isIn(user, "");
            }
        });
        assertThat(claims("hardcoded guarded").path("sub").asText()).isEqualTo(user);
        assertThat(claims("hardcoded password").path("sub").asText()).isEqualTo(FORGED);
    }

    /** An acr says what the login reached, and its time is the time of the login. */
    @Test
    void tellsTheLoginWhenMappersTellAnother() {
        tokens.forEach((name, claims) -> {
            assertThat(claims.path("acr").asText("1")).as(name).isIn("0", "1");
            if (name.contains("code") || name.contains("implicit")) {
                assertThat(claims.path("auth_time").asLong(claims.path("iat").asLong()))
                        .as(name)
                        .isLessThanOrEqualTo(claims.path("iat").asLong());
            } else {
                assertThat(claims.has("auth_time")).as(name).isFalse();
            }
        });
        assertThat(claims("hardcoded code").path("auth_time").asLong()).isPositive();
        assertThat(claims("hardcoded password").path("acr").asText()).isEqualTo("1");
    }

    @Test
    void keepsKindAndTimesWhenMappersWriteOthers() {
        tokens.forEach((name, claims) -> {
            String kind = claims.path("typ").asText();
            assertThat(kind)
                    .as(name)
                    .isEqualTo(!name.endsWith(" R") ? "Bearer" : name.contains("offline") ? "Offline" : "Refresh");
            assertThat(claims.path("iss").asText()).as(name).isEqualTo(realm.issuer());
            assertThat(claims.path("exp").asLong(0)).as(name).isLessThan(LATER);
            assertThat(claims.path("iat").asLong()).as(name).isBetween(1L, LATER - 1);
            assertThat(claims.has("nbf")).as(name).isFalse();
        });
    }

    /** Of these, Keycloak writes those that it needs itself, and no mapper can. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jti",
                "scope",
                "nonce",
                "cnf",
                "authorization",
                "authorization_details",
                "data_categories",
                "allowed-origins",
                "trusted-certs"
            })
    void dropsWhatMappersWriteWhenClaimIsKeycloaks(String claim) {
        tokens.forEach((name, claims) ->
                assertThat(claims.path(claim).toString()).as(name).doesNotContain(FORGED));
    }

    /** What makes an administrator comes from roles of the user only: Keycloak sees to that in the field, we to the rest. */
    @Test
    void grantsNoAdminRoleWhenMappersWriteIt() {
        tokens.forEach((name, claims) -> {
            assertThat(claims.path("resource_access").toString()).as(name).doesNotContain("realm-admin");
            assertThat(claims.path("realm_access").isTextual()
                            || claims.path("resource_access").isTextual())
                    .as(name)
                    .isFalse();
        });
    }

    /**
     * These are for applications: mappers are made for them. Keycloak opens nothing by them: audiences let a token in,
     * but who calls and what they may do comes from session and user.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aud",
                "act",
                "may_act",
                "at_hash",
                "c_hash",
                "s_hash",
                "amr",
                "groups",
                "preferred_username",
                "email"
            })
    void leavesWhatMappersWriteWhenClaimIsForApplications(String claim) {
        assertThat(claims("hardcoded password").path(claim).toString()).contains(FORGED);
    }

    @Test
    void opensNothingOfOursWhenSubjectIsAnothers() {
        Client client = new Client("hardcoded", "hardcoded");
        String token = realm.tokens().password(client, "forger", "openid").accessToken();

        assertThat(realm.selfRest(token).get("requests").status()).isIn(401, 403);
        assertThat(realm.adminRest(token).get("me").status()).isIn(401, 403);
        assertThat(realm.tokens().userinfo(token).status()).isEqualTo(200);
    }
}
