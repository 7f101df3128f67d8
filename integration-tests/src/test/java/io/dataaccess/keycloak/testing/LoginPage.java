/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Keycloak's page for username and password. */
public final class LoginPage {

    private final Page page;

    private LoginPage(Page page) {
        this.page = page;
    }

    /** Waits until the page is shown. */
    public static LoginPage at(Page page) {
        assertThat(page.locator("#kc-form-login")).isVisible();
        return new LoginPage(page);
    }

    public static LoginPage open(Page page, String url) {
        page.navigate(url);
        return at(page);
    }

    public void signIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(Realm.PASSWORD);
        // Whatever the language.
        page.locator("#kc-login").click();
    }

    public void assertThemed(String theme) {
        assertThat(page.locator("link[rel=stylesheet][href*='/login/" + theme + "/']"))
                .not()
                .hasCount(0);
    }
}
