/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The recipe for an application in the browser with oidc-client-ts. */
@ResourceLock(Browser.ONE)
final class BrowserIT {

    private static final String DATA = "user1001@example.com";

    @Order(1)
    @RegisterExtension
    static final Realm realm = new Realm();

    @Order(2)
    @RegisterExtension
    static final DeskSite desks = new DeskSite(realm);

    @Order(3)
    @RegisterExtension
    static final SpringApplication application = new SpringApplication(realm, desks.origin());

    private static final People people = new People(realm);

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void configure() throws IOException {
        desks.configure(application.url(""));
    }

    /** Tokens live a little longer than the minute before which they are renewed, so that the page soon learns of the revocation. */
    @Test
    void asksForTheMissingScopeWhenTheApiWantsIt() {
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT62S");
        Page page = browser.window();
        DeskPage desk = signedIn(page, "lin");
        desk.assertOpensNothing();

        desk.openContact();
        StepUp.atRequest(page).ask();
        people.approve("lin");
        desk.assertOpens("us-contact");
        desk.openContact();
        desk.assertShows(DATA);

        people.revoke("lin");

        desk.assertOpensNothing();
        desk.assertSignedIn("lin");
        desk.openContact();
        StepUp.atRequest(page).goOnWithout();
        desk.assertAnswer("You went on without the access.");
        desk.assertOpensNothing();
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT5M");
    }

    @Test
    void letsGoOfTheScopeWhenItsApprovalIsAboutToEnd() {
        Page page = browser.window();
        DeskPage desk = signedIn(page, people.add("short"));
        desk.openContact();
        StepUp.atRequest(page).ask();
        people.approve("short", "PT1M");

        desk.assertAnswer("");
        desk.assertOpensNothing();

        desk.assertSignedIn("short");
        assertThat(people.hasGrant("short")).as("before the end").isTrue();
        assertThat(realm.events("REFRESH_TOKEN"))
                .filteredOn(event -> "support-desk".equals(event.getClientId()))
                .extracting(event -> event.getUserId())
                .contains(realm.user("short").toRepresentation().getId());
    }

    @Test
    void saysWhyWhenRefused() {
        Page chen = browser.window();
        DeskPage barred = signedIn(chen, "chen");
        barred.openContact();
        StepUp.at(chen, "This access is not open to you").giveUp();
        barred.assertAnswer("This access is not open to you. Asking again does not help.");
        barred.assertSignedIn("chen");

        Page page = browser.window();
        DeskPage desk = signedIn(page, people.add("refused"));
        desk.openContact();
        StepUp.atRequest(page).giveUp();
        desk.assertAnswer("You cancelled the sign-in. Requests that wait for approval are not affected.");

        desk.openContact();
        StepUp.atRequest(page).ask();
        people.deny("refused", "Ask legal first");
        StepUp.at(page, "Access was denied").giveUp();
        desk.assertAnswer("An approver denied the request.");

        realm.changePolicy("us-confidential", "pendingExpiry", "PT3S");
        desk.openContact();
        StepUp.atRequest(page).ask();
        StepUp.at(page, "The request has expired").giveUp();
        desk.assertAnswer("Nobody decided in time. Ask again.");
        desk.assertSignedIn("refused");
        realm.changePolicy("us-confidential", "pendingExpiry", "P1D");
    }

    private static DeskPage signedIn(Page page, String username) {
        DeskPage desk = DeskPage.open(page, desks.origin());
        desk.signIn();
        LoginPage.at(page).signIn(username);
        desk.assertSignedIn(username);
        return desk;
    }
}
