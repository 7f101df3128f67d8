/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page that shows one's own access asks for: what runs, what waits. */
final class RequesterListsIT {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @BeforeAll
    static void letScriptsLogInToTheAccountConsole() {
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
    }

    @Test
    void namesPendingRequestWhenExtending() {
        String lin = staff.newcomer();
        String first = staff.file(lin, "us-contact");
        assertThat(offer(lin, "us-contact").path("pendingRequestId").asText()).isEqualTo(first);
        staff.approve("avery", first);
        assertThat(offer(lin, "us-contact").path("pendingRequestId").isNull()).isTrue();

        String extension = staff.file(lin, "us-contact");

        assertThat(offer(lin, "us-contact").path("state").asText()).isEqualTo("GRANTED");
        assertThat(offer(lin, "us-contact").path("pendingRequestId").asText()).isEqualTo(extension);
    }

    @Test
    void listsWhatRunsAndWaitsWhenAsked() {
        String lin = staff.newcomer();
        String pending = staff.file(lin, "us-contact");
        String ended = grantIdOf(staff.approve("erin", staff.file(lin, "eu-contact")));
        staff.self(lin).delete("grants/" + ended);
        String running = grantIdOf(staff.approve("erin", staff.file(lin, "eu-contact")));

        assertThat(console(lin).get("grants").each("id")).containsExactly(running, ended);
        assertThat(console(lin).get("grants?active=true").each("id")).containsExactly(running);
        assertThat(console(lin).get("requests").each("status")).containsExactly("APPROVED", "APPROVED", "PENDING");
        assertThat(console(lin).get("requests?sort=pending").each("status"))
                .containsExactly("PENDING", "APPROVED", "APPROVED");
        assertThat(console(lin).get("requests?sort=pending&max=1").each("id")).containsExactly(pending);
        assertThat(console(lin).get("requests?sort=pending&first=1").each("id")).doesNotContain(pending);
        assertThat(console(lin).get("requests?sort=newest").status()).isEqualTo(400);
    }

    private static String grantIdOf(Answer approved) {
        return approved.body().path("grant").path("id").asText();
    }

    private static Rest console(String username) {
        return realm.selfRest(
                realm.tokens().password(ACCOUNT_CONSOLE, username, "openid").accessToken());
    }

    private static JsonNode offer(String username, String scope) {
        return StreamSupport.stream(staff.self(username).get("scopes").body().spliterator(), false)
                .filter(offer -> offer.path("scope").asText().equals(scope))
                .findFirst()
                .orElseThrow();
    }
}
