/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Impersonator;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

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
        Impersonator impersonator = new Impersonator(realm);
        impersonator.hire();
        RequestOptions call = RequestOptions.create().setHeader("Authorization", "Bearer " + impersonator.token());
        assertThat(page.request().post(impersonator.address(username), call).status())
                .isEqualTo(200);
    }
}
