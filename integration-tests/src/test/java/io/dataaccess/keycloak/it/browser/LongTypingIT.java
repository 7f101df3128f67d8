/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A justification that takes longer than Keycloak lets a login wait for an answer: twice as long, as ten minutes are by default. */
@ResourceLock(Browser.OTHER)
final class LongTypingIT {

    private static final Duration LIFESPAN = Duration.ofMinutes(1);
    private static final Duration TYPING = Duration.ofSeconds(130);
    private static final Duration OFFLINE = Duration.ofSeconds(110);
    private static final Duration THINKING = Duration.ofSeconds(5);
    private static final Pattern KEYCLOAK = Pattern.compile(".*/login-actions/.*");

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    private final Instant start = Instant.now();

    @Test
    void filesWhatWasTypedWhenItTookTwiceTheLifespan() {
        realm.change(settings -> settings.setAccessCodeLifespanUserAction((int) LIFESPAN.toSeconds()));
        String person = people.newcomer();
        String cutOff = people.newcomer();
        Page page = browser.window();
        Page offline = browser.window();
        people.signIn(page, person, "openid us-contact");
        people.signIn(offline, cutOff, "openid us-contact");
        RequestPage.at(page).choosePurpose("Legal request").nameTicket("LEGAL-17");
        RequestPage.at(offline)
                .choosePurpose("Safety review")
                .justify("Typed on a train")
                .chooseDuration("2 hours");
        offline.route(KEYCLOAK, route -> route.abort());

        String typed = type(page, OFFLINE);
        offline.unroute(KEYCLOAK);
        typed += type(page, TYPING);
        RequestPage request = RequestPage.at(page);
        request.assertTyped("Justification", typed);
        request.file();
        WaitingPage.at(page);
        assertThat(people.requests(person).each("justification")).containsExactly(typed.strip());

        signInAgain(offline, cutOff);
        RequestPage again = RequestPage.at(offline);
        again.assertTyped("Purpose", "safety-review");
        again.assertTyped("Justification", "Typed on a train");
        again.assertTyped("Duration", "PT2H");
        again.file();
        WaitingPage.at(offline);
    }

    /** A word now and then, until so much time has passed. */
    private String type(Page page, Duration end) {
        Locator field = page.getByLabel("Justification");
        StringBuilder typed = new StringBuilder();
        while (Duration.between(start, Instant.now()).compareTo(end) < 0) {
            Instant next = Instant.now().plus(THINKING);
            page.waitForCondition(() -> Instant.now().isAfter(next));
            field.pressSequentially("because ");
            typed.append("because ");
        }
        return typed.toString();
    }

    /** The sign-in that nothing kept alive says so itself. */
    private static void signInAgain(Page page, String person) {
        page.getByRole(AriaRole.ALERT).getByText("This sign-in has ended.").waitFor();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        LoginPage.at(page).signIn(person);
    }
}
