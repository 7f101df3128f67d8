/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.EventRepresentation;

/** Not getting access, and what people, applications and operators read about it. */
@ResourceLock(Browser.ONE)
final class StepUpAnswersIT {

    private static final String DENIED = "Access was denied";
    private static final String ENDED = "The request has ended without a decision";

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void endsLoginWhenDenied() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.deny("avery", person, "us-contact", "Ask <b>legal</b> first");

        AnswerPage answer = AnswerPage.at(page, DENIED);
        answer.assertComment("Ask <b>legal</b> first");
        answer.assertOffers("again", "continue", "cancel");
        browser.screenshot(page, "denied");
        answer.giveUp();

        assertRefused(page, "denied");
        assertEvent(person, "access_denied", "denied");
        assertEvent(person, "rejected_by_user", "denied");
    }

    /** Whoever was elsewhere when it was denied signs in later, and has to learn why. */
    @Test
    void tellsOfADenialWhenTheSameIsAskedForInAnotherLogin() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.deny("avery", person, "us-contact", "Name the <b>ticket</b>");
        AnswerPage.at(page, DENIED);

        Page later = browser.window();
        people.signIn(later, person, "openid us-contact");
        RequestPage asking = RequestPage.at(later);
        asking.assertShows("Denied on");
        asking.assertShows("Name the <b>ticket</b>");
    }

    @Test
    void asksAgainWhenDenied() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.deny("avery", person, "us-contact", "Say which user");
        AnswerPage.at(page, DENIED).askAgain();

        RequestPage again = RequestPage.at(page);
        again.assertTyped("Purpose", "legal-request");
        again.assertTyped("Justification", RequestPage.JUSTIFICATION);
        again.assertShows("Say which user");
        browser.screenshot(page, "again");
        again.justify("A court asks for user 1001");
        page.reload();
        RequestPage.at(page).assertTyped("Justification", "A court asks for user 1001");
        RequestPage.at(page).file();
        WaitingPage.at(page);
        people.approve("avery", person, "us-contact");

        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
    }

    @Test
    void tellsWhoAsksAgainWhenTheAccessWasRevoked() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        people.approve("avery", person, "us-contact");
        application.awaitTokens(page);
        people.revoke("avery", person, "The {0} case is <b>closed</b>");

        Page again = browser.window();
        people.signIn(again, person, "openid us-contact");
        RequestPage form = RequestPage.at(again);
        form.assertShows("You had this access, and it was revoked.");
        form.assertShows("The {0} case is <b>closed</b>");
        browser.screenshot(again, "revoked");

        String other = people.newcomer();
        Page first = browser.window();
        people.signIn(first, other, "openid us-contact");
        RequestPage.at(first).assertShowsNot("revoked");
    }

    @Test
    void tellsNoFormerDenialWhenSignedInAgain() {
        String person = people.newcomer();
        Page first = browser.window();
        people.signIn(first, person, "openid us-contact");
        RequestPage.at(first).ask();
        people.deny("avery", person, "us-contact", "Say which user");
        AnswerPage.at(first, DENIED);

        Page second = browser.window();
        people.signIn(second, person, "openid us-contact");

        RequestPage.at(second);
    }

    @Test
    void refusesWhenBarred() {
        Page chen = browser.window();
        people.signIn(chen, "chen", "openid us-contact");
        AnswerPage answer = AnswerPage.at(chen, "This access is not open to you");
        answer.assertIsAbout("us-contact");
        answer.assertShows("No request was made");
        answer.assertOffers("continue", "cancel");
        browser.screenshot(chen, "not-eligible");
        assertThat(answer.forge("file")).isEqualTo("This access is not open to you");
        assertThat(people.pending("chen")).isEmpty();

        chen.reload();
        AnswerPage.at(chen, "This access is not open to you").giveUp();

        assertRefused(chen, "not_eligible");
        assertEvent("chen", "access_denied", "not_eligible");
    }

    @Test
    void speaksOfTheEarlierRequestWhenBarredSince() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        realm.changeAttribute(person, "legal_entity", "Clips Beijing");

        AnswerPage answer = AnswerPage.at(page, "This access is not open to you");
        answer.assertShows("Your earlier request opens nothing as long as this is so.");
        answer.assertShowsNot("No request was made");
        assertThat(people.pending(person)).hasSize(1);
    }

    @Test
    void saysItCouldNotBeCheckedWhenAttributeIsMissing() {
        String person = people.newcomer();
        realm.changeAttribute(person, "legal_entity");
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        AnswerPage answer = AnswerPage.at(page, "Your access could not be checked");
        answer.assertShows("US data security on call, +1 555 0100");
        browser.screenshot(page, "undecidable");
        assertEvent(person, "access_denied", "undecidable");

        realm.changeAttribute(person, "legal_entity", "Clips Singapore");
        page.reload();

        RequestPage.at(page);
    }

    @Test
    void saysItIsNotSetUpWhenScopeIsUnclassified() {
        String person = people.newcomer();
        Page page = browser.window();
        realm.changeCategories("eu-contact", "eu.user.no-such-thing");
        people.signIn(page, person, "openid eu-contact");
        AnswerPage answer = AnswerPage.at(page, "This access is not set up correctly");
        browser.screenshot(page, "unclassified");
        realm.changeCategories("eu-contact", "eu.user.contact");
        assertEvent(person, "access_denied", "unclassified");

        page.reload();

        RequestPage.at(page);
        answer.giveUp();
        assertRefused(page, "sign_in_cancelled");
    }

    @Test
    void saysNobodyDecidedWhenTimeIsOver() {
        String person = people.newcomer();
        Page page = browser.window();
        realm.changePolicy("us-confidential", "pendingExpiry", "PT3S");
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        realm.changePolicy("us-confidential", "pendingExpiry", "P1D");

        AnswerPage answer = AnswerPage.at(page, "The request has expired");
        browser.screenshot(page, "expired");
        answer.giveUp();

        assertRefused(page, "request_expired");
    }

    @Test
    void saysItWasCancelledWhenWithdrawnElsewhere() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        withdrawElsewhere(person);

        AnswerPage answer = AnswerPage.at(page, ENDED);
        browser.screenshot(page, "cancelled");
        answer.askAgain();

        RequestPage.at(page);
    }

    @Test
    void saysItWasCancelledWhenScopeIsReclassified() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-private");
        RequestPage.at(page).ask();
        realm.changeCategories("us-private", "us.user.content.private");

        AnswerPage.at(page, ENDED).askAgain();

        RequestPage.at(page).ask();
        realm.changeCategories("us-private", "us.user.content.private us.user.location.precise");
    }

    @Test
    void saysThatNobodyCouldApproveWhenApproversAreGone() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid eu-contact");
        realm.changeUser("erin", erin -> erin.setEnabled(false));
        RequestPage.at(page).fillIn().file();
        AnswerPage answer = AnswerPage.at(page, "Nobody can approve this right now");
        browser.screenshot(page, "no-approver");
        realm.changeUser("erin", erin -> erin.setEnabled(true));
        assertThat(people.pending(person)).isEmpty();

        answer.askAgain();

        RequestPage.at(page).assertTyped("Justification", RequestPage.JUSTIFICATION);
    }

    @Test
    void endsLoginWhenGivenUp() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).giveUp();

        assertRefused(page, "sign_in_cancelled");
        assertEvent(person, "rejected_by_user", "sign_in_cancelled");
        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void leavesTheRequestWhenGivenUpWhileWaiting() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask().giveUp();

        assertRefused(page, "sign_in_cancelled");
        assertThat(people.pending(person)).hasSize(1);
    }

    @Test
    void saysCancelledToTheApplicationWhenTheRequestIsGone() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();
        withdrawElsewhere(person);
        AnswerPage.at(page, ENDED).giveUp();

        assertRefused(page, "cancelled");
        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void answersWithErrorWhenPagesAreForbidden() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-public");
        application.awaitReturn(page);

        page.navigate(application.loginUrl("openid us-contact", "&prompt=none"));
        assertThat(application.awaitReturn(page)).containsEntry("error", "interaction_required");
        assertEvent(person, "interaction_required", "approval_required");

        page.navigate(application.loginUrl("openid us-public", "&prompt=none"));
        assertThat(application.awaitTokens(page).scopes()).contains("us-public");
    }

    private static void withdrawElsewhere(String person) {
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, person, Tokens.FILING)
                .accessToken();
        assertThat(realm.selfRest(token)
                        .delete("requests/" + people.pending(person, "us-contact"))
                        .status())
                .isEqualTo(204);
    }

    private static void assertRefused(Page page, String reason) {
        Map<String, String> back = application.awaitReturn(page);
        assertThat(back).containsEntry("error", "access_denied");
        assertThat(back.get("error_description")).endsWith("(" + reason + ")").isASCII();
    }

    private static void assertEvent(String username, String error, String refusal) {
        String id = realm.user(username).toRepresentation().getId();
        assertThat(realm.events("CUSTOM_REQUIRED_ACTION_ERROR"))
                .filteredOn(event -> id.equals(event.getUserId()) && error.equals(event.getError()))
                .singleElement()
                .extracting(EventRepresentation::getDetails)
                .satisfies(details -> assertThat(details).containsEntry("data_access_refusal", refusal));
    }
}
