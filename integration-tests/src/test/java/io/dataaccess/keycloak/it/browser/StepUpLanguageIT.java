/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody prefers another language halfway through. */
@ResourceLock(Browser.ONE)
final class StepUpLanguageIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void keepsDraftAndRequestWhenLanguageChanges() {
        String person = people.newcomer();
        Page page = browser.window();
        people.signIn(page, person, "openid us-contact");
        RequestPage.at(page)
                .fillIn()
                .nameTicket("no ticket")
                .chooseDuration("2 hours")
                .file();
        RequestPage.at(page).chooseLanguage("de");

        RequestPage request = RequestPage.inGerman(page);
        request.assertTyped("Zweck", "legal-request");
        request.assertTyped("Begründung", RequestPage.JUSTIFICATION);
        request.assertTyped("Ticket", "no ticket");
        request.assertTyped("Dauer", "PT2H");
        request.press("Genehmigung beantragen");
        RequestPage.inGerman(page)
                .assertError(
                        "ticket",
                        "Bitte geben Sie ein Ticket in der Form an, die die Regeln für diese Daten verlangen, ohne unsichtbare Zeichen. So sieht ein Ticket aus: ABC-1234");
        RequestPage.inGerman(page).nameTicket("LEGAL-17").press("Genehmigung beantragen");

        WaitingPage waiting = WaitingPage.inGerman(page);
        waiting.assertGiven("us-contact", "us-security", "0 von 1 Genehmigungen erteilt");
        waiting.assertTimeLeft("us-contact", Pattern.compile("23 Stunden 5\\d Minuten"));
        waiting.assertUntil("us-contact", Pattern.compile("\\d\\d?\\. \\S+ \\d{4}, \\d\\d:\\d\\d \\S+"));
        List<String> filed = people.pending(person);
        waiting.chooseLanguage("en");

        WaitingPage.at(page).assertGiven("us-contact", "us-security", "0 of 1 approvals given");
        assertThat(people.pending(person)).isEqualTo(filed).hasSize(1);
        people.deny("avery", person, "us-contact", "Say which user");
        AnswerPage.at(page, "Access was denied").chooseLanguage("de");
        AnswerPage.at(page, "Zugriff abgelehnt").assertComment("Say which user");
    }
}
