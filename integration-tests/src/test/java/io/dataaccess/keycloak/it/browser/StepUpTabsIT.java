/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Several tabs of one browser sign in at the same time. */
@ResourceLock(Browser.ONE)
final class StepUpTabsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void goesOnInBothTabsWhenBothWaitForTheSame() {
        String person = people.newcomer();
        Page one = browser.window();
        people.signIn(one, person, "openid us-contact");
        RequestPage.at(one).ask();
        Page other = one.context().newPage();
        people.signIn(other, person, "openid us-contact");
        WaitingPage.at(other);

        people.approve("avery", person, "us-contact");

        assertThat(application.awaitTokens(one).scopes()).contains("us-contact");
        assertThat(application.awaitTokens(other).scopes()).contains("us-contact");
    }

    @Test
    void goesOnWaitingWhenAnotherTabSignsIn() {
        String person = people.newcomer();
        Page waiting = browser.window();
        people.signIn(waiting, person, "openid us-contact");
        RequestPage.at(waiting).ask();

        signInElsewhere(waiting, person);

        WaitingPage.at(waiting);
        people.approve("avery", person, "us-contact");
        assertThat(application.awaitTokens(waiting).scopes()).contains("us-contact");
    }

    @Test
    void showsTheDenialWhenAnotherTabSignedInMeanwhile() {
        String person = people.newcomer();
        Page waiting = browser.window();
        people.signIn(waiting, person, "openid us-contact");
        RequestPage.at(waiting).ask();
        // The tab sleeps: it learns of both at once.
        waiting.route("**/login-actions/**", route -> route.abort());
        signInElsewhere(waiting, person);
        people.deny("avery", person, "us-contact", "Say which user");
        waiting.unroute("**/login-actions/**");

        AnswerPage.at(waiting, "Access was denied").assertComment("Say which user");
    }

    @Test
    void keepsWhatIsTypedWhenAnotherTabSignsIn() {
        String person = people.newcomer();
        Page typing = browser.window();
        people.signIn(typing, person, "openid us-contact");
        RequestPage.at(typing).fillIn();

        signInElsewhere(typing, person);

        typing.waitForResponse(answer -> answer.url().contains("/login-actions/"), () -> {});
        RequestPage again = RequestPage.at(typing);
        again.assertTyped("Justification", RequestPage.JUSTIFICATION);
        again.assertTyped("Purpose", "legal-request");
        again.file();
        WaitingPage.at(typing);
    }

    @Test
    void showsTheAnswerStillWhenAnotherTabSignsIn() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.deny("avery", person, "us-contact", "Say which user");
        AnswerPage.at(page, "Access was denied");

        signInElsewhere(page, person);
        page.waitForResponse(answer -> answer.url().contains("/login-actions/"), () -> {});

        AnswerPage.at(page, "Access was denied").assertComment("Say which user");
    }

    @Test
    void saysWhatWasNotSentWhenAnotherTabAskedFirst() {
        String person = people.newcomer();
        Page one = browser.window();
        people.signIn(one, person, "openid us-contact");
        RequestPage.at(one);
        Page other = one.context().newPage();
        people.signIn(other, person, "openid us-contact");
        RequestPage late = RequestPage.at(other).fillIn().justify("Another court asks for user 1001");
        RequestPage.at(one).ask();

        late.file();

        WaitingPage waiting = WaitingPage.at(other);
        waiting.assertNotSent("Another court asks for user 1001");
        waiting.assertAsked("us-contact", RequestPage.JUSTIFICATION);
        browser.screenshot(other, "not-sent");
        other.reload();
        WaitingPage.at(other).withdraw();
        RequestPage again = RequestPage.at(other);
        again.assertShows("Your request was withdrawn: nobody will decide about it.");
        again.assertTyped("Justification", "Another court asks for user 1001");
        browser.screenshot(other, "withdrawn");
        again.file();
        WaitingPage.at(other).assertAsked("us-contact", "Another court asks for user 1001");
        WaitingPage.at(other).assertAllSent();
    }

    @Test
    void saysThatNothingWasDoneWhenAnotherTabSignedIn() {
        String person = people.newcomer();
        Page waiting = browser.window();
        people.signIn(waiting, person, "openid us-contact");
        RequestPage.at(waiting).ask().assertDone();
        // The page itself does not notice.
        waiting.route("**/login-actions/**", route -> {
            if (route.request().resourceType().equals("fetch")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        signInElsewhere(waiting, person);

        WaitingPage.at(waiting).remind();

        WaitingPage again = WaitingPage.at(waiting);
        again.assertNothingDone();
        browser.screenshot(waiting, "not-done");
        again.remind();
        WaitingPage.at(waiting).assertDone();
    }

    private static void signInElsewhere(Page first, String person) {
        Page other = first.context().newPage();
        LoginPage.open(other, application.loginUrl("openid us-public")).signIn(person);
        assertThat(application.awaitTokens(other).scopes()).contains("us-public");
        other.close();
    }
}
