/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.RoleRepresentation;

/** Somebody else in a person's session. */
@ResourceLock(Browser.ONE)
final class StepUpImpersonatedIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void refusesWhenImpersonated() {
        String person = people.newcomer();
        Page page = browser.window();
        impersonate(page, person);

        page.navigate(application.loginUrl("openid us-contact"));
        AnswerPage answer = AnswerPage.at(page, "Not while acting as someone else");
        answer.assertOffers("continue", "cancel");
        browser.screenshot(page, "impersonated");
        assertThat(answer.forge("file")).isEqualTo("Not while acting as someone else");

        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void asksWhenSignedInInPerson() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid");
        application.awaitReturn(page);

        page.navigate(application.loginUrl("openid us-contact"));

        RequestPage.at(page);
    }

    private static void impersonate(Page page, String username) {
        realm.addUser("support", Map.of("country", "SG"));
        String management = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        RoleRepresentation role = realm.admin()
                .clients()
                .get(management)
                .roles()
                .get("impersonation")
                .toRepresentation();
        realm.user("support").roles().clientLevel(management).add(List.of(role));
        String token =
                realm.tokens().password(Client.ADMIN_CLI, "support", "openid").accessToken();
        String id = realm.user(username).toRepresentation().getId();
        String admin = realm.issuer().replace("/realms/", "/admin/realms/");
        assertThat(page.request()
                        .post(
                                admin + "/users/" + id + "/impersonation",
                                RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
    }
}
