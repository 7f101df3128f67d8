/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Browser.OTHER)
final class ClassificationPagesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void showsEverythingButTryItWhenApprover() {
        Console console = Console.admin(browser.window(), realm, "avery");
        ClassificationPage classification = ClassificationPage.open(console);

        classification.assertTabs("Problems4", "Data categories", "Approval policies", "Guarded scopes");
        classification.assertSays("Any sign-in is strong enough to approve");
        console.inspect("classification-problems");
        classification.choose("Data categories");
        classification.assertSays("Precise location of US users");
        console.inspect("classification-categories");
        classification.choose("Approval policies");
        classification.openPolicy("us-restricted");
        classification.assertSays("approver.attributes['country'] == 'US'");
        console.inspect("classification-policies");
        classification.choose("Guarded scopes");
        classification.assertSays("sample-app (optional)");
        console.inspect("classification-scopes");
        console.assertNoErrors();
    }

    @Test
    void triesDecisionsWhenAuditor() {
        Console console = Console.admin(browser.window(), realm, "olga");
        ClassificationPage classification = ClassificationPage.open(console);
        classification.choose("Try it");

        classification.ask("lin", "sample-app", "us-contact");
        classification.assertSays("Refused: lin does not get us-contact at sample-app");
        classification.assertSays("The person meets the condition for who may ask, and has no active access grant");
        console.inspect("classification-refused");
        new GrantedAccess(realm).give("lin", "us-contact", "PT1H", "avery");
        classification.ask("lin", "sample-app", "us-contact");
        classification.assertSays("Allowed: lin gets us-contact at sample-app");
        classification.assertSays("for Legal request");
        console.inspect("classification-allowed");
        console.assertNoErrors();
        classification.ask("nobody", "sample-app", "us-contact");
        classification.assertSays("There is no user of this name");
        console.inspect("classification-unknown");
        assertThat(console.errors()).singleElement().asString().startsWith("400 POST ");
    }

    @Test
    void leadsToWhereItIsPutRightWhenRealmAdministrator() {
        realm.change(found -> found.setRegistrationAllowed(true));
        NativeAccess.makeAdministrator(realm, "pat");
        Console console = Console.admin(browser.window(), realm, "pat");
        ClassificationPage classification = ClassificationPage.open(console);
        classification.assertSays("Anybody can make an account");

        classification.placeOf("Anybody can make an account").click();

        Page page = console.page();
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Login")))
                .hasAttribute("aria-selected", "true");
        console.assertNoErrors();
        realm.change(found -> found.setRegistrationAllowed(false));
    }

    @Test
    void leadsNowhereWhenApproverWithoutThatRight() {
        Console console = Console.admin(browser.window(), realm, "erin");

        assertThat(ClassificationPage.open(console).places()).hasCount(0);
        console.assertNoErrors();
    }
}
