/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.CallbackPage;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

@ResourceLock(Browser.ONE)
final class KeycloakStartsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void issuesTokenWhenNoScopeIsGuarded() {
        Answer answer = realm.tokens().password(Client.SAMPLE_APP, "lin", "openid");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.scopes()).containsExactlyInAnyOrder("openid", "profile", "email");
    }

    @Test
    void signsInWhenBrowserComes() {
        Page page = browser.window();
        LoginPage login = LoginPage.open(page, realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        login.assertThemed("data-access");
        browser.screenshot(page, "login");
        CallbackPage back = CallbackPage.after(page, () -> login.signIn("lin"));

        Answer answer = realm.tokens().code(Client.SAMPLE_APP, back.code());

        assertThat(answer.claims().path("preferred_username").asText()).isEqualTo("lin");
    }

    @Test
    void keepsKeycloaksActionsWhenRealmFileListsThem() {
        assertThat(realm.admin().flows().getRequiredActions())
                .filteredOn(RequiredActionProviderRepresentation::isEnabled)
                .extracting(RequiredActionProviderRepresentation::getAlias)
                .contains("UPDATE_PASSWORD", "VERIFY_PROFILE", "data-access-approval");
    }
}
