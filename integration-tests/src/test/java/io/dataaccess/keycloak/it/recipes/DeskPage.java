/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page of the recipe for browsers, in a window. */
final class DeskPage {

    private static final String CONTACT = "Contact details of user 1001";

    private final Page page;

    private DeskPage(Page page) {
        this.page = page;
    }

    static DeskPage open(Page page, String url) {
        page.navigate(url);
        DeskPage desk = new DeskPage(page);
        assertThat(page.locator("body[data-ready=true]")).isVisible();
        return desk;
    }

    void signIn() {
        press("Sign in");
    }

    void openContact() {
        press(CONTACT);
    }

    void assertSignedIn(String username) {
        assertThat(page.locator("body[data-ready=true] #user")).hasText(username);
    }

    void assertOpens(String scope) {
        assertThat(page.locator("body[data-ready=true] #access")).hasText(scope);
    }

    /** At the latest when the token is renewed. */
    void assertOpensNothing() {
        assertThat(page.locator("body[data-ready=true] #access:empty")).hasCount(1);
    }

    void assertShows(String data) {
        assertThat(page.locator("#data")).containsText(data);
    }

    void assertAnswer(String text) {
        assertThat(page.locator("body[data-ready=true] #answer")).hasText(text);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
