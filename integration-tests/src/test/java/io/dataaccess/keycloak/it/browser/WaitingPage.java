/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The page that waits for a decision. */
final class WaitingPage extends AccessPage {

    static final String HEADING = "Waiting for approval";

    private WaitingPage(Page page, String heading) {
        super(page, heading);
    }

    static WaitingPage at(Page page) {
        return new WaitingPage(page, HEADING);
    }

    static WaitingPage inGerman(Page page) {
        return new WaitingPage(page, "Warten auf Genehmigung");
    }

    void checkNow() {
        page().locator("#data-access-refresh").click();
    }

    /** Without being asked a second time. */
    void withdraw() {
        askToWithdraw();
        press("Withdraw request");
    }

    /** The page says first what that would lose. */
    void askToWithdraw() {
        press("Withdraw request");
        assertThat(page().locator("#data-access-withdrawing")).isVisible();
    }

    void keepWaiting() {
        press("Keep waiting");
        assertThat(page().locator("#data-access-withdrawing")).hasCount(0);
    }

    void assertNotSent(String text) {
        assertThat(page().locator("#data-access-unsent")).containsText("What you typed was not sent");
        assertThat(page().locator("#data-access-unsent blockquote")).hasText(text);
    }

    void assertAllSent() {
        assertThat(page().locator("#data-access-unsent")).hasCount(0);
    }

    void assertNothingDone() {
        assertThat(page().locator("#data-access-not-done")).isVisible();
    }

    void assertDone() {
        assertThat(page().locator("#data-access-not-done")).isHidden();
    }

    void remind() {
        press("Remind the approvers");
    }

    void assertApproved(String scope) {
        assertThat(page().locator(".data-access-item[data-scope='" + scope + "'][data-status=APPROVED]"))
                .containsText("Approved");
    }

    void assertAsked(String scope, String... details) {
        for (String detail : details) {
            assertThat(item(scope)).containsText(detail);
        }
    }

    /** What eyes see, and what a screen reader reads. */
    void assertGiven(String scope, String group, String approvals) {
        Locator part = item(scope).locator("[data-group]").filter(new Locator.FilterOptions().setHasText(group));
        assertThat(part.locator(".pf-v5-c-progress__measure")).hasText(approvals);
        assertThat(part.getByRole(AriaRole.PROGRESSBAR, new Locator.GetByRoleOptions().setName(group)))
                .hasAttribute("aria-valuetext", approvals);
    }

    void assertTellsNews(String text) {
        assertThat(page().locator("#data-access-news[role=status]")).hasText(text);
    }

    /** Counts down by itself, hence a pattern. */
    void assertTimeLeft(String scope, Pattern text) {
        assertThat(item(scope).getByRole(AriaRole.TIMER)).hasText(text);
    }

    void assertUntil(String scope, Pattern text) {
        assertThat(item(scope).locator("time")).hasText(text);
    }

    void assertChecksByItselfWithin(int seconds) {
        String pause = page().locator("#data-access-waiting").getAttribute("data-poll-seconds");
        assertThat(Integer.parseInt(pause)).isLessThan(seconds);
    }
}
