/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import java.util.regex.Pattern;

/** The list of approvals, one request, and the confirmation of a decision. */
final class ApprovalPages {

    private final Console console;
    private final Page page;

    ApprovalPages(Console console) {
        this.console = console;
        this.page = console.page();
    }

    void openList() {
        console.open("data-access/approvals");
    }

    void openRequest(String id) {
        console.open("data-access/approvals/" + id);
    }

    /** The link of a row. */
    Locator row(String username) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + username + "( \\(|$)")));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator comment() {
        return dialog().getByLabel("Comment");
    }

    Locator duration() {
        return dialog().getByLabel("Duration");
    }

    /** A button within the dialog. */
    Locator answer(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** By the keyboard alone: from wherever the focus is to this, and enter. */
    void reachAndPress(Locator target) {
        reach(target);
        page.keyboard().press("Enter");
    }

    void reach(Locator target) {
        target.waitFor();
        for (int presses = 0; presses < 60; presses++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by the Tab key: " + target);
    }

    /** Keycloak asks for the password of whoever is logged in already. */
    void logInAgain() {
        page.locator("#password").fill(Realm.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    void assertHeading(String text) {
        assertThat(heading()).hasText(text);
    }

    /** Of a request: whose, and what it opens. */
    void assertHeading(String username, String data) {
        assertThat(heading()).hasText(Pattern.compile("^" + username + "( \\([^)]*\\))?: " + data + "$"));
    }

    /** Where the keyboard goes on. */
    void assertHeadingFocused() {
        assertThat(heading()).isFocused();
    }

    /** What a tab in the background says. */
    void assertWaiting(int requests) {
        assertThat(page).hasTitle(Pattern.compile("^\\(" + requests + "\\) "));
    }

    /** As a laptop finds it that was closed for long: the tab is there, the session is not. */
    void reload() {
        page.reload();
    }

    void assertSays(String text) {
        assertThat(page.locator("body")).containsText(text);
    }

    private Locator heading() {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setExact(true))
                .and(page.getByTestId("view-header"));
    }
}
