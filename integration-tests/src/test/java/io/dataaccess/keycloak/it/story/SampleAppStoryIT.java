/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.story;

import static io.dataaccess.keycloak.it.story.ApplicationPage.CONTACT;
import static io.dataaccess.keycloak.it.story.ApplicationPage.HOME;
import static io.dataaccess.keycloak.it.story.ApplicationPage.PRIVATE;
import static io.dataaccess.keycloak.it.story.ApplicationPage.REFUSED;
import static io.dataaccess.keycloak.it.story.ApplicationPage.VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From the first sign-in to the end of the access, at the sample application. */
@ResourceLock(Browser.ONE)
final class SampleAppStoryIT {

    private static final Page.WaitForConditionOptions TWO_MINUTES =
            new Page.WaitForConditionOptions().setTimeout(120_000);

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final SampleApplication application = new SampleApplication(realm);

    static final People people = new People(realm);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void opensContactDetailsWhenAveryApproves() {
        Page lin = browser.window();
        lin.navigate(application.url());
        ApplicationPage welcome = ApplicationPage.at(lin, HOME);
        browser.screenshot(lin, "1-welcome");
        welcome.signIn();
        LoginPage.at(lin).signIn("lin");
        ApplicationPage home = ApplicationPage.at(lin, HOME);
        home.assertSignedIn("lin");
        home.assertTokenLacks("us-public");
        browser.screenshot(lin, "2-home");

        home.open("us-public");
        ApplicationPage videos = ApplicationPage.at(lin, VIDEOS);
        videos.assertData("Otters & friends");
        assertThat(people.requests("lin")).isEmpty();
        browser.screenshot(lin, "3-videos");

        videos.goHome().open("us-contact");
        StepUp.atRequest(lin, "us-contact").ask();
        people.approve("avery", "lin");

        ApplicationPage contact = ApplicationPage.at(lin, CONTACT);
        contact.assertData("user1001@example.com");
        contact.assertChecked("data_access entry: us-contact");
        contact.assertTokenOpens("us-contact", "us.user.contact", "legal-request");
        contact.assertTokenOpensWithoutApproval("us-public", "us.user.content.public");
        browser.screenshot(lin, "4-contact");
    }

    @Test
    void saysSoWhenGoneOnWithout() {
        Page page = signedIn("newcomer-without");
        ApplicationPage.at(page, HOME).open("us-contact");
        StepUp.atRequest(page, "us-contact").goOnWithout();

        ApplicationPage without = ApplicationPage.at(page, CONTACT);
        without.assertApiRefused("scope", "You went on without the access");
        without.assertTokenLacks("us-contact");
        assertThat(people.requests("newcomer-without")).isEmpty();
        browser.screenshot(page, "without");

        without.askAgain();
        StepUp.atRequest(page, "us-contact").giveUp();
        ApplicationPage.at(page, REFUSED)
                .assertKeycloakRefused(
                        "sign_in_cancelled",
                        "You cancelled the sign-in. Requests that wait for approval are not affected");
        browser.screenshot(page, "given-up");
    }

    @Test
    void saysSoWhenDenied() {
        Page page = signedIn("newcomer-denied");
        ApplicationPage.at(page, HOME).open("us-contact");
        StepUp.atRequest(page, "us-contact").ask();
        people.deny("avery", "newcomer-denied", "Ask legal first");

        StepUp.at(page, "Access was denied").giveUp();
        ApplicationPage refused = ApplicationPage.at(page, REFUSED);
        refused.assertKeycloakRefused("denied", "An approver denied the request");
        browser.screenshot(page, "denied");
    }

    @Test
    void isNotOpenWhenBarred() {
        Page chen = signIn("chen");
        ApplicationPage.at(chen, HOME).open("us-contact");
        StepUp.at(chen, "This access is not open to you").giveUp();

        ApplicationPage refused = ApplicationPage.at(chen, REFUSED);
        refused.assertKeycloakRefused("not_eligible", "This access is not open to you");
        browser.screenshot(chen, "not-eligible");
        refused.goHome().assertSignedIn("chen");
        assertThat(people.requests("chen")).isEmpty();
    }

    /** The token is short-lived, so that the application has to refresh it and learns of the revocation. */
    @Test
    void asksAnewWhenRevoked() {
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT30S");
        Page page = signedIn("newcomer-revoked");
        ApplicationPage.at(page, HOME).open("us-contact");
        StepUp.atRequest(page, "us-contact").ask();
        people.approve("avery", "newcomer-revoked");
        ApplicationPage contact = ApplicationPage.at(page, CONTACT);
        contact.goHome().open("us-contact");
        ApplicationPage.at(page, CONTACT).assertData("user1001@example.com");

        people.revoke("avery", "newcomer-revoked");
        page.reload();

        StepUp.atRequest(page, "us-contact").goOnWithout();
        ApplicationPage.at(page, CONTACT).assertApiRefused("scope", "You went on without the access");
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT5M");
    }

    @Test
    void closesTheOpenPageAtOnceWhenAskedLiveAndRevoked() {
        Page page = signedIn("newcomer-private");
        ApplicationPage.at(page, HOME).open("us-private");
        StepUp.atRequest(page, "us-private").ask();
        people.approve("avery", "newcomer-private");
        people.approve("blake", "newcomer-private");
        people.approve("dana", "newcomer-private");
        ApplicationPage privately = ApplicationPage.at(page, PRIVATE);
        privately.assertData("See you at the pier at six");
        privately.assertChecked("introspection: still allowed at this moment");
        privately.assertTokenOpens("us-private", "us.user.location.precise", "legal-request");
        browser.screenshot(page, "private");

        people.revoke("dana", "newcomer-private");
        page.reload();

        StepUp.atRequest(page, "us-private");
    }

    @Test
    void keepsWorkingWhenTheAccessGrantEnds() {
        Page page = signedIn("newcomer-short");
        ApplicationPage.at(page, HOME).open("us-contact");
        StepUp.atRequest(page, "us-contact").ask();
        people.approve("avery", "newcomer-short", "PT1M");
        ApplicationPage contact = ApplicationPage.at(page, CONTACT);
        contact.assertTokenOpens("us-contact", "us.user.contact", "legal-request");
        ApplicationPage home = contact.goHome();
        assertThat(home.tokenHas("us-contact")).isTrue();

        page.waitForCondition(
                () -> {
                    page.reload();
                    return !ApplicationPage.at(page, HOME).tokenHas("us-contact");
                },
                TWO_MINUTES);
        assertThat(people.hasGrant("newcomer-short"))
                .as("narrows before the end")
                .isTrue();
        home.assertSignedIn("newcomer-short");
        home.open("us-public");
        ApplicationPage.at(page, VIDEOS).assertData("Otters & friends");
        browser.screenshot(page, "narrowed");

        page.waitForCondition(() -> !people.hasGrant("newcomer-short"), TWO_MINUTES);
        ApplicationPage.at(page, VIDEOS).goHome().open("us-contact");
        StepUp.atRequest(page, "us-contact");
    }

    private Page signedIn(String newcomer) {
        people.addEmployee(newcomer);
        return signIn(newcomer);
    }

    private Page signIn(String username) {
        Page page = browser.window();
        page.navigate(application.url());
        ApplicationPage.at(page, HOME).signIn();
        LoginPage.at(page).signIn(username);
        ApplicationPage.at(page, HOME).assertSignedIn(username);
        return page;
    }
}
