/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.admin.client.resource.ClientResource;

/** Several guarded scopes at once, and going on without them. */
@ResourceLock(Browser.ONE)
final class StepUpScopesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void filesOneRequestPerScopeWhenSeveralAreAskedFor() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact eu-contact");
        RequestPage request = RequestPage.at(page);
        request.assertIsAbout("us-contact", "eu-contact");
        browser.screenshot(page, "request");
        WaitingPage waiting = request.ask();
        waiting.assertIsAbout("us-contact", "eu-contact");
        waiting.assertShows("Your requests wait for the people who decide");
        waiting.assertShows("Withdraw requests");
        browser.screenshot(page, "waiting");

        assertThat(people.requests(person).each("scope")).containsExactlyInAnyOrder("us-contact", "eu-contact");
        assertThat(people.requests(person).each("bundle").stream().distinct()).hasSize(1);

        people.approve("avery", person, "us-contact");
        waiting.assertApproved("us-contact");
        waiting.assertIsAbout("us-contact", "eu-contact");
        browser.screenshot(page, "one-approved");
        waiting.assertShows("Your request waits for the people who decide");
        waiting.assertShows("Withdrawing ends it.");
        waiting.assertShows("Access until");
        waiting.assertTellsNews("Contact details of US users: Approved");
        assertThat(page.title()).isEqualTo("Approved \u2013 " + WaitingPage.HEADING);
        people.approve("erin", person, "eu-contact");
        assertThat(application.awaitTokens(page).scopes()).contains("us-contact", "eu-contact");
    }

    @Test
    void saysWhichOpenedAndWhichNotWhenOneIsDenied() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact eu-contact");
        RequestPage.at(page).ask();
        people.approve("avery", person, "us-contact");
        people.deny("erin", person, "eu-contact", "Not for this case");

        AnswerPage answer = AnswerPage.at(page, "Access was denied");
        answer.assertStatus("us-contact", "APPROVED");
        answer.assertStatus("eu-contact", "DENIED");
        answer.assertShows("What is marked as approved is open to you");
        answer.assertShowsNot("No access was opened.");
        browser.screenshot(page, "partly");
        answer.giveUp();

        assertThat(application.awaitReturn(page))
                .containsEntry(
                        "error_description", "The login was ended without eu-contact; approved is us-contact (denied)");
        page.navigate(application.loginUrl("openid us-contact"));
        LoginPage.at(page).signIn(person);
        assertThat(application.awaitTokens(page).scopes()).contains("us-contact");
    }

    @Test
    void saysThatNothingOpenedWhenTheOnlyOneIsDenied() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid eu-contact");
        RequestPage.at(page).ask();
        people.deny("erin", person, "eu-contact", "Not for this case");

        AnswerPage.at(page, "Access was denied").assertShows("No access was opened.");
    }

    @Test
    void asksOnlyForTheRestWhenSomethingIsPending() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask();

        page.navigate(application.loginUrl("openid us-contact eu-contact"));
        LoginPage.at(page).signIn(person);
        RequestPage request = RequestPage.at(page);
        request.assertIsAbout("eu-contact");

        request.ask().assertIsAbout("us-contact", "eu-contact");
        assertThat(people.pending(person)).hasSize(2);
    }

    @Test
    void dropsJustTheRefusedWhenGoingOnWithout() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-public us-contact eu-contact");
        RequestPage.at(page).goOnWithout();

        assertThat(application.awaitTokens(page).scopes())
                .containsExactlyInAnyOrder("openid", "profile", "email", "us-public");
        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void keepsRequestWhenGoingOnWithout() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page).ask().goOnWithout();

        assertThat(application.awaitTokens(page).scopes()).doesNotContain("us-contact");
        assertThat(people.pending(person)).hasSize(1);
        page.navigate(application.loginUrl("openid us-contact"));
        WaitingPage.at(page);
    }

    @Test
    void endsRequestWhenWithdrawn() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        WaitingPage waiting = RequestPage.at(page).ask();
        waiting.askToWithdraw();
        waiting.assertShows("If you still need the access, you have to ask again.");
        browser.screenshot(page, "withdraw");
        waiting.keepWaiting();
        assertThat(people.pending(person)).hasSize(1);
        waiting.withdraw();

        RequestPage.at(page).assertTyped("Justification", RequestPage.JUSTIFICATION);
        assertThat(people.pending(person)).isEmpty();
    }

    @Test
    void goesOnWithoutWhenBarred() {
        Page chen = browser.window();
        people.signIn(chen, "chen", "openid us-contact");
        AnswerPage.at(chen, "This access is not open to you").goOnWithout();

        assertThat(application.awaitTokens(chen).scopes()).doesNotContain("us-contact");
    }

    @Test
    void cannotGoOnWithoutWhenScopeIsDefault() {
        String person = people.newcomer();
        Page page = browser.window();
        makeDefault("us-private");
        try {
            people.signIn(page, person, "openid");
            RequestPage request = RequestPage.at(page);
            request.assertIsAbout("us-private");
            request.assertOffers("file", "cancel");
            assertThat(request.forge("continue")).isEqualTo(RequestPage.HEADING);
            page.reload();
            RequestPage.at(page).ask().assertOffers("remind", "cancel", "withdraw");
        } finally {
            makeOptional("us-private");
        }
    }

    @Test
    void offersToWaitOrGiveUpWhenDeviceAsks() {
        String person = people.newcomer();
        Page page = browser.window();
        Map<String, String> device = startDevice();
        LoginPage.open(page, device.getOrDefault("page", "")).signIn(person);
        RequestPage request = RequestPage.at(page);
        request.assertOffers("file", "cancel");
        DevicePage.assertNamesDevice(page, device);
        WaitingPage waiting = request.ask();
        waiting.assertOffers("remind", "cancel", "withdraw");
        DevicePage.assertNamesDevice(page, device);
        browser.screenshot(page, "device");

        people.approve("avery", person, "us-contact");
        DevicePage confirmation = DevicePage.at(page);
        confirmation.assertIsAbout("us-contact");
        confirmation.assertOffers("confirm", "cancel");
        DevicePage.assertNamesDevice(page, device);
        browser.screenshot(page, "device-confirm");
        confirmation.press("Yes, it is my device");
        page.locator("#kc-login[name=accept]").click();
        page.waitForURL("**/device/status**");

        assertThat(pollDevice(device).scopes()).contains("us-contact");
    }

    @Test
    void refusesDeviceWhenGivenUp() {
        Page page = browser.window();
        Map<String, String> device = startDevice();
        LoginPage.open(page, device.getOrDefault("page", "")).signIn(people.newcomer());
        RequestPage.at(page).giveUp();
        page.waitForURL("**/device/status**");

        assertThat(pollDevice(device).error()).isEqualTo("access_denied");
    }

    private static Map<String, String> startDevice() {
        Answer answer = realm.tokens().device(Client.CLI, "openid us-contact");
        return Map.of(
                "page", answer.text("verification_uri_complete"),
                "shown", answer.text("user_code"),
                "code", answer.text("device_code"));
    }

    private static Answer pollDevice(Map<String, String> device) {
        return realm.tokens()
                .grant(
                        Client.CLI,
                        "urn:ietf:params:oauth:grant-type:device_code",
                        Map.of("device_code", device.getOrDefault("code", "")));
    }

    private static void makeDefault(String scope) {
        sampleApp().removeOptionalClientScope(scopeId(scope));
        sampleApp().addDefaultClientScope(scopeId(scope));
    }

    private static void makeOptional(String scope) {
        sampleApp().removeDefaultClientScope(scopeId(scope));
        sampleApp().addOptionalClientScope(scopeId(scope));
    }

    private static ClientResource sampleApp() {
        String id = realm.admin()
                .clients()
                .findByClientId(Client.SAMPLE_APP.id())
                .get(0)
                .getId();
        return realm.admin().clients().get(id);
    }

    private static String scopeId(String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> name.equals(scope.getName()))
                .findFirst()
                .orElseThrow()
                .getId();
    }
}
