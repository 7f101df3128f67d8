/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

final class TokenEntriesTest {

    @Test
    void findsOwnEntriesWhenOthersStandBeside() throws IOException {
        TokenEntries entries = TokenEntries.of(token("Bearer"));

        assertThat(entries.identifiers()).containsExactlyInAnyOrder("us-contact", "us-public");
        assertThat(entries.approvals()).containsOnlyKeys("grant-1").containsValue("us-contact");
        assertThat(entries.expected()).isTrue();
    }

    @Test
    void expectsNoneWhenTokenOnlyRefreshes() throws IOException {
        assertThat(TokenEntries.of(token("Refresh")).expected()).isFalse();
        assertThat(TokenEntries.of(token("Offline")).expected()).isFalse();
    }

    @Test
    void findsNoneWhenClaimIsMissing() {
        assertThat(TokenEntries.of(new AccessToken()).identifiers()).isEmpty();
    }

    private static AccessToken token(String type) throws IOException {
        return JsonSerialization.readValue(
                "{\"typ\":\"" + type + "\",\"authorization_details\":[{\"type\":\"payment\",\"identifier\":\"x\"},"
                        + "{\"type\":\"data_access\",\"identifier\":\"us-contact\",\"approval\":{\"id\":\"grant-1\"}},"
                        + "{\"type\":\"data_access\",\"identifier\":\"us-public\"}]}",
                AccessToken.class);
    }
}
