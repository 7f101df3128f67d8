/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A policy that wants people to read once more what they open. */
@ResourceLock(Browser.ONE)
final class StepUpNoticeIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void wantNotice() {
        realm.changePolicy("us-confidential", "noticeBeforeAccess", "true");
    }

    @Test
    void saysOnceWhatIsOpenedWhenThePolicyWantsIt() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.approve("avery", person, "us-contact");

        NoticePage notice = NoticePage.at(page);
        notice.assertIsAbout("us-contact");
        notice.assertOffers("open", "continue", "cancel");
        notice.assertShows("Contact details of US users");
        assertThat(page.locator("#data-access-notice p").innerText())
                .matches(".* for the purpose “Legal request” until .*[0-9]\\s[AP]M \\S+\\.");
        new Look(browser, page).check("notice");
        page.reload();
        NoticePage.at(page).goOn();
        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");

        page.navigate(application.loginUrl("openid us-contact", "&prompt=none"));
        assertThat(application.awaitTokens(page).scopes()).as("says it once").contains("us-contact");
    }

    @Test
    void saysItAgainWhenTheSessionIsAnother() {
        String person = people.newcomer();
        Page first = browser.window();
        people.signIn(first, person, "openid us-contact");
        RequestPage.at(first).ask();
        people.approve("avery", person, "us-contact");
        NoticePage.at(first).goOn();
        application.awaitReturn(first);

        Page second = browser.window();
        people.signIn(second, person, "openid us-contact");
        NoticePage.at(second).giveUp();

        assertThat(application.awaitReturn(second).get("error_description")).endsWith("(sign_in_cancelled)");
    }

    @Test
    void goesOnWithoutWhenThatIsChosen() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.approve("avery", person, "us-contact");
        NoticePage.at(page).goOnWithout();

        assertThat(application.awaitTokens(page).scopes()).doesNotContain("us-contact");
    }

    @Test
    void saysNothingWhenNoPolicyWantsIt() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid eu-contact");
        RequestPage.at(page).ask();
        people.approve("erin", person, "eu-contact");

        assertThat(application.awaitTokens(page).scopes()).contains("eu-contact");
    }
}
