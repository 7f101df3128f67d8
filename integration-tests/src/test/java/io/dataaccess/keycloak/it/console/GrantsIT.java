/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Browser.OTHER)
final class GrantsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    private final GrantedAccess access = new GrantedAccess(realm);

    @Test
    void revokesWhenApproverGivesReason() {
        employee("anna");
        employee("bruno");
        access.give("anna", "us-contact", "PT30M", "avery");
        access.give("bruno", "us-contact", "PT8H", "avery");
        Console console = Console.admin(browser.window(), realm, "blake");

        GrantsPage grants = GrantsPage.open(console);
        grants.assertRow("anna", "Contact details of US users");
        console.inspect("grants-active");
        grants.choose("Ending within an hour");
        grants.assertLists(shown("anna"));
        grants.askToRevoke(shown("anna"), "The case is closed");
        console.inspect("grants-revoke");
        grants.confirm();
        grants.assertSays("Access grant revoked: " + shown("anna")
                + " gets no new token for “Contact details of US users” at Sample application (sample-app)");
        grants.assertSays("Nothing ends within an hour");
        console.inspect("grants-empty");
        grants.choose("Ended");
        grants.filterBySubject("anna");
        grants.assertRow("anna", "blake");
        grants.assertRow("anna", "The case is closed");
        console.inspect("grants-ended");
        grants.filterBySubject("nobody");
        grants.assertSays("Nothing matches");
        console.inspect("grants-nothing-found");
        console.assertNoErrors();
        assertThat(realm.adminRestOf("avery")
                        .get("grants?subject=anna&active=true")
                        .body())
                .isEmpty();
    }

    @Test
    void saysSoWhenEndedMeanwhile() {
        employee("carla");
        String id = access.give("carla", "us-contact", "PT2H", "avery");
        Console console = Console.admin(browser.window(), realm, "avery");
        GrantsPage grants = GrantsPage.open(console);
        grants.filterBySubject("carla");
        grants.askToRevoke(shown("carla"), "No longer needed");
        access.revoke(id, "blake");

        grants.confirm();

        grants.assertSays("Nothing to revoke: the access of " + shown("carla")
                + " to “Contact details of US users” at Sample application (sample-app) had already ended");
        grants.assertNoDialog();
        grants.assertSays("Nothing matches");
        assertThat(console.errors()).singleElement().asString().startsWith("409 POST ");
    }

    @Test
    void comesBackToTheReasonWhenLoginIsTooOld() {
        employee("dario");
        access.give("dario", "eu-contact", "PT2H", "erin");
        Page window = browser.window();
        Console console = Console.admin(window, realm, "erin");
        GrantsPage grants = GrantsPage.open(console);
        grants.askToRevoke(shown("dario"), "The case is closed");
        realm.changePolicy("eu-confidential", "approverMaxAge", "PT1S");
        console.waitUntilLoginIsOlderThan(1);

        grants.confirm();
        grants.assertSays("Sign in again before you decide");
        console.inspect("grants-step-up");
        assertThat(console.errors()).singleElement().asString().startsWith("401 POST ");
        realm.changePolicy("eu-confidential", "approverMaxAge", "PT1H");
        grants.logInAgain();
        LoginPage.at(window);
        window.locator("#password").fill(Realm.PASSWORD);
        window.locator("#kc-login").click();

        grants.assertStillAsksWith("The case is closed");
        grants.confirm();
        grants.assertSays("Access grant revoked: " + shown("dario")
                + " gets no new token for “Contact details of EU users” at Sample application (sample-app)");
        console.assertNoErrors();
    }

    @Test
    void offersNothingToRevokeWhenAuditor() {
        employee("elif");
        access.give("elif", "eu-contact", "PT2H", "erin");
        Console console = Console.admin(browser.window(), realm, "olga");

        GrantsPage grants = GrantsPage.open(console);
        grants.filterBySubject("elif");
        grants.assertLists(shown("elif"));
        grants.assertOffersNothingToRevoke();
        console.assertNoErrors();
    }

    /** As the pages name them: by both of their names. */
    private static String shown(String username) {
        return username + " (" + username + " Test)";
    }

    private static void employee(String username) {
        realm.addUser(username, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
    }
}
