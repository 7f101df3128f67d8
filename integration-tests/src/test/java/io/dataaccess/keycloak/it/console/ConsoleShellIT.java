/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConsoleShellIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void showsSectionWhenApprover() {
        Console console = Console.admin(browser.window(), realm, "avery");

        assertThat(section(console.page()).getByRole(AriaRole.LINK))
                .hasText(new String[] {"Approvals", "Access grants", "Classification"});
        console.inspect("shell-approver");
        console.open("data-access/grants");
        assertThat(console.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Access grants");
        console.inspect("shell-grants");
        console.assertNoErrors();
    }

    @Test
    void opensPageWhenEmployee() {
        Console console = Console.account(browser.window(), realm, "lin");
        console.inspect("shell-account");
        console.open("data-access");
        console.inspect("shell-account-data-access");
        console.assertNoErrors();
    }

    private static Locator section(Page page) {
        return page.getByLabel("Data access");
    }
}
