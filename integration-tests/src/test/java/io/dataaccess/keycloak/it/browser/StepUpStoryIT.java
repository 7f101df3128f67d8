/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Asking, waiting, getting access. */
@ResourceLock(Browser.ONE)
final class StepUpStoryIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void goesOnByItselfWhenApproved() {
        Page lin = browser.window();
        people.signIn(lin, "lin", "openid us-public");
        assertThat(application.awaitTokens(lin).scopes()).contains("us-public");

        lin.navigate(application.loginUrl("openid us-public us-contact"));
        RequestPage request = RequestPage.at(lin);
        request.assertIsAbout("us-contact");
        request.assertShows("Contact details of US users");
        request.assertShows("1 person from us-security");
        request.assertShows("US data security on call, +1 555 0100");
        request.assertOffers("file", "continue", "cancel");
        request.fillIn().nameTicket("LEGAL-17").chooseDuration("2 hours").markUrgent();
        browser.screenshot(lin, "1-request");
        request.file();

        WaitingPage waiting = WaitingPage.at(lin);
        waiting.assertIsAbout("us-contact");
        waiting.assertGiven("us-contact", "us-security", "0 of 1 approvals given");
        waiting.assertTimeLeft("us-contact", Pattern.compile("23 hours( 5\\d minutes)?"));
        waiting.assertShows("Marked as urgent");
        waiting.assertAsked("us-contact", "Legal request", RequestPage.JUSTIFICATION, "LEGAL-17", "2 hours");
        assertThat(lin.locator("#data-access-account").getAttribute("href"))
                .endsWith("/account/data-access?request=" + people.pending("lin", "us-contact"));
        waiting.assertShows("Approvers can be reminded from ");
        waiting.remind();
        WaitingPage.at(lin).assertShows("It was too early to remind the approvers");
        waiting.assertOffers("remind", "continue", "cancel", "withdraw");
        waiting.assertChecksByItselfWithin(5);
        browser.screenshot(lin, "2-waiting");
        assertAskedFor(people.requests("lin").body().path(0));

        people.approve("avery", "lin", "us-contact");
        assertAllows(application.awaitTokens(lin), "us-contact");

        lin.navigate(application.loginUrl("openid us-contact"));
        assertThat(application.awaitTokens(lin).scopes())
                .as("asks once while the grant runs")
                .contains("us-contact");
    }

    private static void assertAskedFor(JsonNode request) {
        assertThat(request.path("purpose").asText()).isEqualTo("legal-request");
        assertThat(request.path("justification").asText()).isEqualTo(RequestPage.JUSTIFICATION);
        assertThat(request.path("ticket").asText()).isEqualTo("LEGAL-17");
        assertThat(request.path("requestedDuration").asText()).isEqualTo("PT2H");
        assertThat(request.path("urgent").asBoolean()).isTrue();
    }

    private static void assertAllows(Answer tokens, String scope) {
        assertThat(tokens.scopes()).contains(scope);
        JsonNode detail = tokens.claims().path("authorization_details").path(0);
        assertThat(detail.path("identifier").asText()).isEqualTo(scope);
        assertThat(detail.path("purpose").asText()).isEqualTo("legal-request");
        assertThat(tokens.claims().path("exp").asLong())
                .isLessThanOrEqualTo(
                        detail.path("approval").path("approved_until").asLong());
        assertThat(tokens.claims().toString()).doesNotContain("court", "LEGAL-17", "avery");
    }

    @Test
    void findsTheSameRequestWhenReloaded() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        List<String> filed = people.pending(person);

        page.reload();

        WaitingPage.at(page).assertIsAbout("us-contact");
        assertThat(people.pending(person)).isEqualTo(filed).hasSize(1);
    }

    @Test
    void findsTheSameRequestWhenSignedInAgain() {
        String person = people.newcomer();
        Page first = browser.window();
        people.signIn(first, person, "openid us-contact");
        RequestPage.at(first).ask();
        List<String> filed = people.pending(person);
        first.close();

        Page second = browser.window();
        people.signIn(second, person, "openid us-contact");
        WaitingPage.at(second);
        assertThat(people.pending(person)).isEqualTo(filed).hasSize(1);

        people.approve("avery", person, "us-contact");
        assertThat(application.awaitTokens(second).scopes()).contains("us-contact");
    }

    @Test
    void showsProgressWhenSeveralHaveToApprove() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-private");
        RequestPage request = RequestPage.at(page);
        request.assertShows("2 people from us-security");
        request.assertShows("1 person from data-owners");
        WaitingPage waiting = request.ask();
        waiting.assertGiven("us-private", "data-owners", "0 of 1 approvals given");
        waiting.assertGiven("us-private", "us-security", "0 of 2 approvals given");
        page.locator("#kc-data-access-cancel").focus();

        people.approve("avery", person, "us-private");
        waiting.assertGiven("us-private", "us-security", "1 of 2 approvals given");
        waiting.assertGiven("us-private", "data-owners", "0 of 1 approvals given");
        waiting.assertTellsNews("Private content and location of US users, us-security: 1 of 2 approvals given");
        assertThat(page.locator("#kc-data-access-cancel")).isFocused();
        browser.screenshot(page, "progress");

        people.approve("blake", person, "us-private");
        waiting.assertGiven("us-private", "us-security", "2 of 2 approvals given");
        page.reload();
        WaitingPage.at(page).assertGiven("us-private", "us-security", "2 of 2 approvals given");

        people.approve("dana", person, "us-private");
        assertThat(application.awaitTokens(page).scopes()).contains("us-private");
    }

    @Test
    void saysThatAnApproverHasShortenedTheAccess() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-private");
        WaitingPage waiting = RequestPage.at(page).ask();
        waiting.assertAsked("us-private", "30 minutes");

        people.approveFor("PT15M", "avery", person, "us-private");
        waiting.assertAsked("us-private", "15 minutes", "shortened by an approver; asked for: 30 minutes");
    }

    @Test
    void keepsLoginAliveWhenDecisionTakesLong() {
        String person = people.newcomer();
        Page page = browser.window();
        realm.change(settings -> settings.setAccessCodeLifespanUserAction(8));
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        for (int answers = 0; answers < 4; answers++) {
            page.waitForResponse(answer -> answer.url().contains("/required-action") && answer.ok(), () -> {});
        }

        people.approve("avery", person, "us-contact");

        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
        realm.change(settings -> settings.setAccessCodeLifespanUserAction(300));
    }

    /** As after a night with the lid closed: Keycloak has forgotten the login, and the browser not where it came from. */
    @Test
    void findsTheRequestAgainWhenTheLoginIsLongGone() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("AUTH_SESSION_ID"));

        LoginPage.at(page).signIn(person);
        WaitingPage.at(page).assertIsAbout("us-contact");
        people.approve("avery", person, "us-contact");
        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
    }

    @Test
    void goesOnWhenTheAddressNamesTheActionItself() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid");
        application.awaitReturn(page);

        page.navigate(application.loginUrl("openid us-contact", "&kc_action=data-access-approval"));
        RequestPage.at(page).ask();
        people.approve("avery", person, "us-contact");

        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
    }
}
