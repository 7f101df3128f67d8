/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Console;
import java.util.List;
import java.util.regex.Pattern;

/** The side of a console that leads to its pages. */
final class Navigation {

    private static final String LINKS = ".pf-v5-c-page__sidebar a.pf-v5-c-nav__link";

    private static final Pattern CURRENT = Pattern.compile(".*pf-m-current.*");

    private final Console console;
    private final Page page;

    Navigation(Console console) {
        this.console = console;
        this.page = console.page();
    }

    List<String> titles() {
        return page.locator(LINKS).allInnerTexts().stream().map(String::strip).toList();
    }

    void assertShows(String... titles) {
        assertThat(page.locator(LINKS)).hasText(titles);
    }

    /** Goes to each page: it has a heading, and nothing has gone wrong. */
    void walk() {
        Locator links = page.locator(LINKS);
        for (int i = 0; i < links.count(); i++) {
            links.nth(i).click();
            assertThat(links.nth(i)).hasClass(CURRENT);
            console.waitUntilAtRest();
            assertThat(page.locator("main h1").first()).isVisible();
            assertThat(page.getByText("Something went wrong")).hasCount(0);
            assertThat(console.errors()).as("errors on %s", page.url()).isEmpty();
        }
    }

    /** Groups of pages are folded at first. */
    void unfold() {
        Locator folded = page.locator(".pf-v5-c-page__sidebar button[aria-expanded=false]");
        while (folded.count() > 0) {
            folded.first().click();
            console.waitUntilAtRest();
        }
    }
}
