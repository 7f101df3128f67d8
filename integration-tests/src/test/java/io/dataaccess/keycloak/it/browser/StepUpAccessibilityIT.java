/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every page of the step-up is for everybody; leaves pictures of all. */
@ResourceLock(Browser.ONE)
final class StepUpAccessibilityIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void isForEverybodyWhenAskingAndWaiting() {
        String person = people.newcomer();
        Page page = browser.window();
        Look look = new Look(browser, page);
        people.signIn(page, person, "openid us-contact us-private");
        RequestPage.at(page);
        look.check("1-ask");
        RequestPage.at(page)
                .withoutBrowserChecks()
                .markUrgent()
                .nameTicket("no ticket")
                .file();
        RequestPage.at(page)
                .assertError(
                        "ticket",
                        "Name a ticket in the form that the rules for this data ask for, without invisible characters. A ticket looks like this: ABC-1234");
        look.check("2-errors");
        RequestPage.at(page).chooseLanguage("de");
        RequestPage.inGerman(page);
        look.check("3-german");
        RequestPage.inGerman(page).chooseLanguage("en");
        RequestPage.at(page).nameTicket("LEGAL-17").ask();
        people.approve("avery", person, "us-private");
        WaitingPage.at(page).assertGiven("us-private", "us-security", "1 of 2 approvals given");
        look.check("4-waiting");
        WaitingPage.at(page).chooseLanguage("de");
        WaitingPage.inGerman(page);
        look.check("5-waiting-german");
        WaitingPage.inGerman(page).chooseLanguage("en");
        people.deny("avery", person, "us-contact", "Say which user it is about,\nand name the case.");
        AnswerPage.at(page, "Access was denied");
        look.check("6-denied");
    }

    @Test
    void isForEverybodyWhenThereIsNoAccess() {
        Page page = browser.window();
        Look look = new Look(browser, page);
        people.signIn(page, "chen", "openid us-contact");
        AnswerPage.at(page, "This access is not open to you");
        look.check("1-barred");

        Page other = browser.window();
        realm.changeCategories("eu-contact", "eu.user.no-such-thing");
        people.signIn(other, people.newcomer(), "openid eu-contact");
        AnswerPage.at(other, "This access is not set up correctly");
        new Look(browser, other).check("2-misconfigured");
    }

    @Test
    void isForEverybodyWhenRequestHasEnded() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-private");
        RequestPage.at(page).ask();
        realm.changeCategories("us-private", "us.user.content.private");
        AnswerPage.at(page, "The request has ended without a decision");
        new Look(browser, page).check("1-cancelled");
    }
}
