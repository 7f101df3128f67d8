/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The form that asks for access. */
final class RequestPage extends AccessPage {

    static final String HEADING = "Ask for access";
    static final String JUSTIFICATION = "A court asks for the contact details of one user";

    private RequestPage(Page page, String heading) {
        super(page, heading);
    }

    static RequestPage at(Page page) {
        return new RequestPage(page, HEADING);
    }

    static RequestPage inGerman(Page page) {
        return new RequestPage(page, "Zugriff beantragen");
    }

    RequestPage choosePurpose(String label) {
        page().getByLabel("Purpose").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    RequestPage justify(String text) {
        page().getByLabel("Justification").fill(text);
        return this;
    }

    RequestPage nameTicket(String text) {
        page().getByLabel("Ticket").fill(text);
        return this;
    }

    RequestPage chooseDuration(String label) {
        page().getByLabel("Duration").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    RequestPage markUrgent() {
        page().getByLabel("Urgent").check();
        return this;
    }

    /** A legal request, with nothing that is not required. */
    RequestPage fillIn() {
        return choosePurpose("Legal request").justify(JUSTIFICATION);
    }

    void file() {
        press("Ask for approval");
    }

    WaitingPage ask() {
        fillIn().file();
        return WaitingPage.at(page());
    }

    /** The browser no longer checks the form by itself, as an old one or a script would not. */
    RequestPage withoutBrowserChecks() {
        page().evaluate("document.getElementById('kc-data-access-form').noValidate = true");
        return this;
    }

    void assertError(String field, String text) {
        assertThat(page().locator("#input-error-" + field)).hasText(text);
        assertThat(page().locator("#" + field + "[aria-invalid=true][aria-describedby~=input-error-" + field + "]"))
                .isVisible();
    }

    void assertReadsFirst(String field) {
        assertThat(page().locator("#" + field)).isFocused();
    }

    void assertNoError(String field) {
        assertThat(page().locator("#input-error-" + field)).isHidden();
    }

    void assertTyped(String label, String text) {
        assertThat(page().getByLabel(label)).hasValue(text);
    }
}
