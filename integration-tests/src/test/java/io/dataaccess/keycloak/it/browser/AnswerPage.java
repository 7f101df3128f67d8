/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The page that says why there is no access. */
final class AnswerPage extends AccessPage {

    private AnswerPage(Page page, String heading) {
        super(page, heading);
    }

    static AnswerPage at(Page page, String heading) {
        return new AnswerPage(page, heading);
    }

    void askAgain() {
        press("Ask again");
    }

    void assertStatus(String scope, String status) {
        assertThat(item(scope)).hasAttribute("data-status", status);
    }

    void assertComment(String text) {
        assertThat(page().locator("#data-access-comments blockquote")).hasText(text);
    }
}
