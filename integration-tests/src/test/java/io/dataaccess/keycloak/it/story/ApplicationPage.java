/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** A page of the sample application. */
final class ApplicationPage {

    static final String HOME = "Clips support desk";
    static final String VIDEOS = "Public videos and comments";
    static final String CONTACT = "Contact details of user 1001";
    static final String PRIVATE = "Private messages and location of user 1001";
    static final String REFUSED = "No access";

    private final Page page;

    private ApplicationPage(Page page) {
        this.page = page;
    }

    /** Waits until the browser is there. */
    static ApplicationPage at(Page page, String heading) {
        assertThat(page.locator("main h1")).hasText(heading);
        // The heading is there before the rest of the page is.
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return new ApplicationPage(page);
    }

    void signIn() {
        page.locator("#sign-in").click();
    }

    ApplicationPage goHome() {
        page.locator(".brand").click();
        return at(page, HOME);
    }

    /** What needs this scope. */
    void open(String scope) {
        page.locator("#link-" + scope).click();
    }

    void askAgain() {
        page.locator("#ask-again").click();
    }

    void assertSignedIn(String username) {
        assertThat(page.locator("#user")).hasText(username);
    }

    void assertData(String text) {
        assertThat(page.locator("#data")).containsText(text);
    }

    void assertChecked(String text) {
        assertThat(page.locator("#checked")).containsText(text);
    }

    /** The scope, the entry behind it and its end. */
    void assertTokenOpens(String scope, String category, String purpose) {
        assertThat(scope(scope)).isVisible();
        Locator entry = entry(scope);
        assertThat(entry).containsText(category);
        assertThat(entry).containsText(purpose);
        assertThat(entry.locator(".left")).containsText("left");
    }

    void assertTokenOpensWithoutApproval(String scope, String category) {
        assertThat(scope(scope)).isVisible();
        assertThat(entry(scope)).containsText(category);
        assertThat(entry(scope).locator(".left")).hasText("no approval needed");
    }

    void assertTokenLacks(String scope) {
        assertThat(page.locator("#token")).isVisible();
        assertThat(scope(scope)).hasCount(0);
        assertThat(entry(scope)).hasCount(0);
    }

    boolean tokenHas(String scope) {
        return scope(scope).count() == 1;
    }

    /** What the API said no to. */
    void assertApiRefused(String check, String text) {
        assertThat(refusal(check)).containsText(text);
        assertThat(page.locator("#data")).hasCount(0);
    }

    /** What Keycloak said no to. */
    void assertKeycloakRefused(String reason, String text) {
        assertThat(refusal(reason)).containsText(text);
    }

    private Locator refusal(String reason) {
        return page.locator("#refusal[data-reason='" + reason + "']");
    }

    private Locator scope(String scope) {
        return page.locator("#scopes .chip").getByText(scope, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator entry(String scope) {
        return page.locator("#data-access tr[data-scope='" + scope + "']");
    }
}
