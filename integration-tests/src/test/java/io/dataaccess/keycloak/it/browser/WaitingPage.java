/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The page that waits for a decision. */
final class WaitingPage extends AccessPage {

    static final String HEADING = "Waiting for approval";

    private WaitingPage(Page page) {
        super(page, HEADING);
    }

    static WaitingPage at(Page page) {
        return new WaitingPage(page);
    }

    void checkNow() {
        page().locator("#data-access-refresh").click();
    }

    void withdraw() {
        press("Withdraw the request");
    }

    void assertMissing(String scope, String... approvals) {
        assertThat(item(scope).locator(".data-access-missing li")).hasText(approvals);
    }

    void assertChecksByItselfWithin(int seconds) {
        String pause = page().locator("#data-access-waiting").getAttribute("data-poll-seconds");
        assertThat(Integer.parseInt(pause)).isLessThan(seconds);
    }
}
