/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.session.Decisions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.JsonSerialization;

final class TokenClaimsTest {

    private static final ScopeDecision CONTACT =
            Decisions.approved("grant-1", Duration.ofHours(1), "us-contact", "us.user.contact");
    private static final ScopeDecision PUBLIC = Decisions.exempt("us-public", "us.user.content.public");

    private final AccessToken token = new AccessToken();

    @Test
    void writesApprovalWhenGranted() {
        claims(CONTACT).writeTo(token);

        assertThat(token.getOtherClaims().get("data_categories")).isEqualTo(List.of("us.user.contact"));
        assertThat(json().path("authorization_details").toString())
                .isEqualTo(
                        "[{\"type\":\"data_access\",\"identifier\":\"us-contact\",\"datatypes\":[\"us.user.contact\"],"
                                + "\"purpose\":\"legal-request\",\"approval\":{\"id\":\"grant-1\",\"approved_at\":1795261800,"
                                + "\"approved_until\":1795265400}}]");
    }

    @Test
    void writesNeitherPurposeNorApprovalWhenNoneWasNeeded() {
        claims(PUBLIC).writeTo(token);

        assertThat(json().path("authorization_details").toString())
                .isEqualTo("[{\"type\":\"data_access\",\"identifier\":\"us-public\","
                        + "\"datatypes\":[\"us.user.content.public\"]}]");
    }

    @Test
    void sortsCategoriesAndDropsDoublesWhenScopesOverlap() {
        TokenClaims claims = claims(
                Decisions.exempt("b", "us.user.content.public", "us.user.contact"),
                Decisions.exempt("c", "us.user.contact"));

        assertThat(claims.categories()).containsExactly("us.user.contact", "us.user.content.public");
    }

    @Test
    void saysNothingWhenOneScopeIsRefused() {
        assertThat(claims(PUBLIC, Decisions.refused(RefusalReason.NOT_ELIGIBLE, "us-contact", "us.user.contact")))
                .isEqualTo(TokenClaims.NONE);
    }

    @Test
    void keepsEntryOfEachGrantWhenClientsDiffer() {
        TokenClaims claims = TokenClaims.of(List.of(
                new Decision(List.of(CONTACT, PUBLIC)),
                new Decision(List.of(
                        Decisions.approved("grant-2", Duration.ofHours(1), "us-contact", "us.user.contact"), PUBLIC))));

        assertThat(claims.entries()).hasSize(3);
        assertThat(claims.categories()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"type\":\"data_access\",\"identifier\":\"us-private\"}]",
                "{\"type\":\"data_access\",\"identifier\":\"us-private\"}",
                "[[{\"type\":\"data_access\"}]]",
                "[{\"identifier\":\"us-private\"}]",
                "[{\"type\":[\"data_access\"]}]",
                "\"[{\\\"type\\\":\\\"data_access\\\"}]\"",
                "true"
            })
    void removesForgedEntriesWhenMapped(String forged) throws IOException {
        token.getOtherClaims().put("data_categories", "us.user.content.private");
        token.getOtherClaims().put("authorization_details", JsonSerialization.mapper.readTree(forged));

        TokenClaims.NONE.writeTo(token);

        assertThat(token.getOtherClaims()).isEmpty();
    }

    @Test
    void removesForgedEntriesWhenMappedAsJavaObjects() {
        token.getOtherClaims().put("authorization_details", List.of(Map.of("type", "data_access")));

        claims(PUBLIC).writeTo(token);

        assertThat(json().path("authorization_details")).hasSize(1);
        assertThat(json().at("/authorization_details/0/identifier").asText()).isEqualTo("us-public");
    }

    @Test
    void keepsOtherTypesOnceWhenBothKeycloakAndMappersWrote() {
        token.setAuthorizationDetails(List.of(entry("openid_credential"), entry("data_access")));
        token.getOtherClaims().put("authorization_details", List.of(Map.of("type", "payment")));

        claims(PUBLIC).writeTo(token);

        assertThat(token.getAuthorizationDetails()).isNull();
        assertThat(json().path("authorization_details").findValuesAsText("type"))
                .containsExactly("openid_credential", "payment", "data_access");
    }

    @Test
    void keepsKeycloaksClaimsWhenMappedASecondTime() {
        token.exp(1795291489L).issuedFor("sample-app");
        token.setScope("openid");
        token.getOtherClaims().put("exp", 4102444800L);
        token.getOtherClaims().put("azp", "approved-app");
        token.getOtherClaims().put("scope", "openid us-contact");
        token.getOtherClaims().put("country", "CN");

        TokenClaims.NONE.writeTo(token);

        assertThat(token.getOtherClaims()).isEqualTo(Map.of("country", "CN"));
        assertThat(json().path("exp").asLong()).isEqualTo(1795291489L);
        assertThat(json().path("azp").asText()).isEqualTo("sample-app");
        assertThat(json().path("scope").asText()).isEqualTo("openid");
    }

    @Test
    void leavesOnlyKeycloaksEntriesWhenRemovedFromRefreshToken() {
        token.setAuthorizationDetails(List.of(entry("openid_credential"), entry("data_access")));
        RefreshToken refresh = new RefreshToken(token, null, null);
        refresh.getOtherClaims().put("data_categories", List.of("us.user.contact"));
        refresh.getOtherClaims().put("authorization_details", List.of(Map.of("type", "data_access")));

        TokenClaims.removeFrom(refresh);

        assertThat(refresh.getOtherClaims()).isEmpty();
        assertThat(refresh.getAuthorizationDetails())
                .extracting(AuthorizationDetailsJSONRepresentation::getType)
                .containsExactly("openid_credential");
    }

    private static TokenClaims claims(ScopeDecision... scopes) {
        return TokenClaims.of(List.of(new Decision(List.of(scopes))));
    }

    private JsonNode json() {
        return JsonSerialization.mapper.valueToTree(token);
    }

    private static AuthorizationDetailsJSONRepresentation entry(String type) {
        AuthorizationDetailsJSONRepresentation entry = new AuthorizationDetailsJSONRepresentation();
        entry.setType(type);
        return entry;
    }
}
