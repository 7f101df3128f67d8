/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Console;

/** The page "Access grants" of the admin console. */
final class GrantsPage {

    private final Console console;
    private final Page page;

    private GrantsPage(Console console) {
        this.console = console;
        this.page = console.page();
    }

    static GrantsPage open(Console console) {
        console.open("data-access/grants");
        GrantsPage grants = new GrantsPage(console);
        grants.assertShows("Active");
        return grants;
    }

    void choose(String tab) {
        tab(tab).click();
        assertShows(tab);
    }

    void assertShows(String tab) {
        assertThat(tab(tab)).hasAttribute("aria-selected", "true");
        console.waitUntilAtRest();
    }

    /** Whose access is listed, from top to bottom. */
    void assertLists(String... subjects) {
        assertThat(page.locator("tbody tr td:first-child")).hasText(subjects);
    }

    void assertSays(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void assertRow(String subject, String text) {
        assertThat(row(subject)).containsText(text);
    }

    void filterBySubject(String username) {
        Locator field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Filter by Subject"));
        field.fill(username);
        field.press("Enter");
    }

    void assertOffersNothingToRevoke() {
        assertThat(page.getByLabel("Kebab toggle")).hasCount(0);
    }

    /** Opens the dialog; nothing is revoked yet. */
    void askToRevoke(String subject, String reason) {
        row(subject).getByLabel("Kebab toggle").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(dialog())
                .containsText("The sessions of " + subject + " at Sample application (sample-app) end at once");
        reason().fill(reason);
    }

    void confirm() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
    }

    void logInAgain() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in again"))
                .click();
    }

    void assertStillAsksWith(String reason) {
        assertThat(reason()).hasValue(reason);
    }

    void assertNoDialog() {
        assertThat(dialog()).hasCount(0);
    }

    private Locator reason() {
        return dialog().getByLabel("Reason");
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator row(String subject) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(subject));
    }

    private Locator tab(String title) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(title).setExact(true));
    }
}
