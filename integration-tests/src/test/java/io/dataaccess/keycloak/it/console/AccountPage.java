/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import java.util.regex.Pattern;

/** The page Data access of the account console. */
final class AccountPage {

    private final Console console;
    private final Page page;

    private AccountPage(Console console) {
        this.console = console;
        this.page = console.page();
    }

    /** Signs in and goes there by the navigation. */
    static AccountPage open(Browser browser, Realm realm, String username) {
        Console console = Console.account(browser.window(), realm, username);
        console.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Data access"))
                .click();
        AccountPage opened = new AccountPage(console);
        opened.assertHeading("Data access");
        return opened;
    }

    Console console() {
        return console;
    }

    void refresh() {
        press("Refresh the page");
    }

    AccountForm ask() {
        press("Ask for access");
        return AccountForm.at(console);
    }

    AccountForm askAgain() {
        press("Ask again");
        return AccountForm.at(console);
    }

    AccountForm extend() {
        press("Extend");
        return AccountForm.at(console);
    }

    void remind() {
        press("Remind the approvers");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    void confirm() {
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByTestId("confirm").click();
        assertThat(dialog).isHidden();
    }

    void assertHeading(String text) {
        assertThat(page.getByTestId("page-heading")).hasText(text);
    }

    void assertDialogSays(String text) {
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(text);
    }

    void assertAccess(String text) {
        assertThat(rows("My access")).containsText(text);
    }

    /** Of a few seconds more or less. */
    void assertTimeLeft(String first, String second) {
        assertThat(rows("My access")).containsText(Pattern.compile("(" + first + "|" + second + ") left"));
    }

    void assertNoAccess() {
        assertThat(rows("My access")).hasText("You have no access to classified data at the moment.");
    }

    void assertNewestRequest(String... texts) {
        for (String text : texts) {
            assertThat(rows("My requests").first()).containsText(text);
        }
    }

    void assertNoRequests() {
        assertThat(rows("My requests")).hasText("You have not asked for access yet.");
    }

    void assertOpened() {
        assertThat(rows("My requests")
                        .first()
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Details")))
                .hasAttribute("aria-expanded", "true");
    }

    void assertReminding(boolean possible) {
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remind the approvers")))
                .isEnabled(new com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions()
                        .setEnabled(possible));
    }

    void assertSays(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void assertCannotAsk() {
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for access")))
                .hasCount(0);
    }

    private Locator rows(String list) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(list))
                .getByRole(AriaRole.LISTITEM);
    }
}
