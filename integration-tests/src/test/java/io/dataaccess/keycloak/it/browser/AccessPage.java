/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

/** What all pages of the step-up have. */
abstract class AccessPage {

    private final Page page;

    AccessPage(Page page, String heading) {
        this.page = page;
        assertThat(page.locator("#kc-page-title")).hasText(heading);
        // The heading is there before the rest of the page is.
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    final Page page() {
        return page;
    }

    final Locator item(String scope) {
        return page.locator(".data-access-item[data-scope='" + scope + "']");
    }

    final void assertIsAbout(String... scopes) {
        assertThat(page.locator(".data-access-item").all())
                .extracting(item -> item.getAttribute("data-scope"))
                .containsExactlyInAnyOrder(scopes);
    }

    final void assertShows(String text) {
        assertThat(page.locator("#data-access-request, #data-access-waiting, #data-access-answer, #data-access-notice"))
                .containsText(text);
    }

    final void assertShowsNot(String text) {
        assertThat(page.locator("#data-access-request, #data-access-waiting, #data-access-answer, #data-access-notice"))
                .not()
                .containsText(text);
    }

    final void assertOffers(String... actions) {
        assertThat(page.locator("button[name=action]").all())
                .extracting(button -> button.getAttribute("value"))
                .containsExactlyInAnyOrder(actions);
    }

    /** By the chooser of Keycloak's own pages. */
    final void chooseLanguage(String tag) {
        Locator chooser = page.locator("#login-select-toggle");
        String address =
                chooser.locator("option[value$='kc_locale=" + tag + "']").getAttribute("value");
        chooser.selectOption(address);
        assertThat(page.locator("html[lang=" + tag + "]")).isAttached();
    }

    final void goOnWithout() {
        press("Go on without this access");
    }

    final void giveUp() {
        press("Cancel sign-in");
    }

    final void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Sends what no button of the page sends, and returns the heading of the answer. */
    final String forge(String action) {
        return (String) page.evaluate("""
                async action => {
                  const form = document.getElementById('kc-data-access-form');
                  const body = new URLSearchParams(new FormData(form));
                  body.set('action', action);
                  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
                  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                  return page.querySelector('#kc-page-title').textContent.trim();
                }
                """, action);
    }
}
