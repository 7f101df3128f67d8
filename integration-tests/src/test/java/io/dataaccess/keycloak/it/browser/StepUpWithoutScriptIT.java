/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The approval prompt in a browser that runs no scripts. */
@ResourceLock(Browser.ONE)
final class StepUpWithoutScriptIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @SuppressWarnings("NullAway.Init")
    private BrowserContext plain;

    @BeforeEach
    void switchScriptsOff() {
        plain = Objects.requireNonNull(browser.window().context().browser())
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    @AfterEach
    void close() {
        plain.close();
    }

    @Test
    void goesOnByLinkWhenApproved() {
        String person = people.newcomer();
        Page page = plain.newPage();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        browser.screenshot(page, "waiting");

        WaitingPage.at(page).checkNow();
        WaitingPage waiting = WaitingPage.at(page);
        waiting.assertGiven("us-contact", "us-security", "0 of 1 approvals given");
        waiting.assertTimeLeft("us-contact", Pattern.compile("23 hours 5\\d minutes"));
        waiting.assertUntil("us-contact", Pattern.compile("\\w+ \\d+, \\d{4}, \\d+:\\d\\d [AP]M UTC"));
        people.approve("avery", person, "us-contact");
        waiting.checkNow();

        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
    }

    @Test
    void saysWhatIsWrongWhenFormIsIncomplete() {
        Page page = plain.newPage();
        people.signIn(page, people.newcomer(), "openid us-contact");
        RequestPage.at(page).fillIn().nameTicket("no ticket").file();

        RequestPage again = RequestPage.at(page);
        again.assertError(
                "ticket",
                "Name a ticket in the form that the rules for this data ask for, without invisible characters. A ticket looks like this: ABC-1234");
        again.assertTyped("Justification", RequestPage.JUSTIFICATION);
    }

    @Test
    void showsThePageWhenReloadedAfterFiling() {
        String person = people.newcomer();
        Page page = plain.newPage();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();

        page.reload();

        WaitingPage.at(page).goOnWithout();
        assertThat(application.awaitTokens(page).scopes()).doesNotContain("us-contact");
        assertThat(people.pending(person)).hasSize(1);
    }
}
