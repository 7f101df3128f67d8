/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What people, scripts and two windows at once send. */
@ResourceLock(Browser.ONE)
final class StepUpInputIT {

    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} {0}";

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void keepsWhatWasTypedWhenJustificationIsTooShort() {
        Page page = browser.window();
        people.signIn(page, people.newcomer(), "openid us-contact");
        RequestPage.at(page)
                .withoutBrowserChecks()
                .choosePurpose("Safety review")
                .justify("Why not")
                .nameTicket("SAFE-1")
                .chooseDuration("4 hours")
                .file();

        RequestPage again = RequestPage.at(page);
        again.assertError(
                "justification", "Justify the access in 10 to 2000 characters, without control or invisible ones.");
        again.assertNoError("ticket");
        again.assertTyped("Purpose", "safety-review");
        again.assertTyped("Justification", "Why not");
        again.assertTyped("Ticket", "SAFE-1");
        again.assertTyped("Duration", "PT4H");
        browser.screenshot(page, "error");

        again.justify(RequestPage.JUSTIFICATION).file();
        WaitingPage.at(page);
    }

    @Test
    void saysEverythingAtOnceWhenSeveralFieldsAreWrong() {
        Page page = browser.window();
        people.signIn(page, people.newcomer(), "openid us-contact eu-contact");
        RequestPage.at(page)
                .withoutBrowserChecks()
                .justify("Why not")
                .nameTicket("no ticket")
                .chooseDuration("2 hours")
                .markUrgent()
                .file();

        RequestPage again = RequestPage.at(page);
        again.assertError("purpose", "Choose one of the purposes.");
        again.assertError(
                "justification", "Justify the access in 10 to 2000 characters, without control or invisible ones.");
        again.assertError(
                "ticket",
                "Name a ticket in the form that the rules for this data ask for, without invisible characters. A ticket looks like this: ABC-1234");
        again.assertNoError("duration");
        again.assertReadsFirst("purpose");
        again.assertTyped("Justification", "Why not");
        again.assertTyped("Ticket", "no ticket");
        again.assertTyped("Duration", "PT2H");

        again.fillIn().nameTicket("LEGAL-17").file();
        WaitingPage.at(page).assertShows("Marked as urgent");
    }

    @Test
    void saysWhichFieldWhenPurposeIsMissing() {
        Page page = browser.window();
        people.signIn(page, people.newcomer(), "openid us-contact");
        RequestPage.at(page)
                .withoutBrowserChecks()
                .justify(RequestPage.JUSTIFICATION)
                .file();

        RequestPage.at(page).assertError("purpose", "Choose one of the purposes.");
    }

    @Test
    void saysWhichFieldWhenTicketIsNone() {
        Page page = browser.window();
        people.signIn(page, people.newcomer(), "openid us-contact");
        RequestPage.at(page).fillIn().nameTicket("no ticket").file();

        RequestPage.at(page)
                .assertError(
                        "ticket",
                        "Name a ticket in the form that the rules for this data ask for, without invisible characters. A ticket looks like this: ABC-1234");
    }

    @Test
    void showsTextWhenScriptIsTyped() {
        String person = people.newcomer();
        Page page = browser.window();
        List<String> alerts = new ArrayList<>();
        page.onDialog(dialog -> {
            alerts.add(dialog.message());
            dialog.dismiss();
        });
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).fillIn().justify(SCRIPT).nameTicket(SCRIPT).file();
        RequestPage again = RequestPage.at(page);
        again.assertTyped("Justification", SCRIPT);
        again.assertTyped("Ticket", SCRIPT);
        browser.screenshot(page, "script");

        again.nameTicket("").file();
        WaitingPage.at(page);
        assertThat(people.requests(person).each("justification")).containsExactly(SCRIPT);
        people.deny("avery", person, "us-contact", SCRIPT);

        AnswerPage.at(page, "Access was denied").assertComment(SCRIPT);
        assertThat(alerts).isEmpty();
    }

    @Test
    void filesOnceWhenSubmittedTwice() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage request = RequestPage.at(page).fillIn();
        assertThat(request.forge("file")).isEqualTo(WaitingPage.HEADING);
        assertThat(request.forge("file")).isEqualTo(WaitingPage.HEADING);

        assertThat(people.pending(person)).hasSize(1);
    }

    @Test
    void filesOnceWhenTwoWindowsAsk() {
        String person = people.newcomer();
        Page one = browser.window();
        Page other = browser.window();
        people.signIn(one, person, "openid us-contact");
        people.signIn(other, person, "openid us-contact");
        RequestPage.at(one).fillIn();
        RequestPage.at(other).fillIn().justify("Something else entirely");
        one.evaluate("document.getElementById('kc-data-access-file').click()");
        other.evaluate("document.getElementById('kc-data-access-file').click()");

        WaitingPage.at(one);
        WaitingPage.at(other);
        assertThat(people.pending(person)).hasSize(1);
    }

    @Test
    void tellsAnswerWhenFormIsSentAfterTheDecision() {
        String person = people.newcomer();
        Page one = browser.window();
        people.signIn(one, person, "openid us-contact");
        RequestPage late = RequestPage.at(one).fillIn();
        Page other = browser.window();
        people.signIn(other, person, "openid us-contact");
        RequestPage.at(other).ask();
        people.approve("avery", person, "us-contact");

        late.file();

        assertThat(application.awaitTokens(one).scopes()).contains("us-contact");
        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void showsThePageAgainWhenActionIsUnknown() {
        Page page = browser.window();
        people.signIn(page, people.newcomer(), "openid us-contact");

        assertThat(RequestPage.at(page).forge("approve")).isEqualTo(RequestPage.HEADING);
        page.reload();
        assertThat(RequestPage.at(page).forge("withdraw")).isEqualTo(RequestPage.HEADING);
        page.reload();
        assertThat(RequestPage.at(page).ask().forge("again")).isEqualTo(WaitingPage.HEADING);
    }
}
