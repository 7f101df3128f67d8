/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dataaccess.keycloak.testing.Axe;
import io.dataaccess.keycloak.testing.Browser;
import java.util.List;

/** How a page looks to different people: in the light and in the dark, on a small screen, with large letters. */
record Look(Browser browser, Page page) {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 320;
    private static final int HEIGHT = 900;

    /** Whatever reaches beyond the screen, or is cut off. */
    private static final String CUT = """
            () => {
              const width = document.documentElement.clientWidth;
              const cut = [...document.querySelectorAll('main *')].filter(element => {
                const { left, right } = element.getBoundingClientRect();
                const hides = getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
                return !element.closest('.pf-v5-u-screen-reader') && (left < -1 || right > width + 1 || hides);
              });
              return cut.map(element => element.outerHTML.slice(0, 120))
                .concat(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []);
            }
            """;

    void check(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            light(scheme);
            Axe.assertNoSeriousFinding(page);
            browser.screenshot(page, name + (scheme == ColorScheme.DARK ? "-dark" : ""));
        }
        page.setViewportSize(PHONE, HEIGHT);
        assertNothingIsCut("on a phone");
        browser.screenshot(page, name + "-phone");
        page.setViewportSize(DESKTOP, HEIGHT);
        letters("200%");
        assertNothingIsCut("in large letters");
        letters("");
    }

    /** In dark mode Keycloak's script sets a class. */
    private void light(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(page.locator("html.pf-v5-theme-dark")).hasCount(scheme == ColorScheme.DARK ? 1 : 0);
    }

    private void letters(String size) {
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size);
    }

    private void assertNothingIsCut(String where) {
        assertThat((List<?>) page.evaluate(CUT)).as(where).isEmpty();
    }
}
