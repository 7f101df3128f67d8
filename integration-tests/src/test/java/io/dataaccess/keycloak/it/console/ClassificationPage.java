/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Console;

/** The page "Classification" of the admin console. */
final class ClassificationPage {

    private final Console console;
    private final Page page;

    private ClassificationPage(Console console) {
        this.console = console;
        this.page = console.page();
    }

    static ClassificationPage open(Console console) {
        console.open("data-access/classification");
        assertThat(console.page().getByRole(AriaRole.TAB).first()).isVisible();
        return new ClassificationPage(console);
    }

    void assertTabs(String... titles) {
        assertThat(page.getByRole(AriaRole.TAB)).hasText(titles);
    }

    void choose(String title) {
        Locator tab = page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(title));
        tab.click();
        assertThat(tab).hasAttribute("aria-selected", "true");
        console.waitUntilAtRest();
    }

    void assertSays(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void openPolicy(String name) {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    /** Where the problem that says so is put right. */
    Locator placeOf(String problem) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(problem))
                .locator("td a");
    }

    /** Those of the table, the pages where problems are put right. */
    Locator places() {
        return page.locator("td a");
    }

    void ask(String username, String client, String scope) {
        page.locator("#data-access-username").fill(username);
        pick("Application", client);
        pick("Scope", scope);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide"))
                .click();
    }

    private void pick(String field, String option) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(field + ":"))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }
}
