/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Console;
import java.util.regex.Pattern;

/** The account console's form that asks for access. */
final class AccountForm {

    static final String JUSTIFICATION = "A court asks for the contact details of one user";

    private final Console console;
    private final Page page;

    private AccountForm(Console console) {
        this.console = console;
        this.page = console.page();
    }

    static AccountForm at(Console console) {
        assertThat(console.page().getByTestId("page-heading")).hasText("Ask for access");
        return new AccountForm(console);
    }

    AccountForm choose(String field, String option) {
        field(field).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        return this;
    }

    AccountForm chooseData(String label) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(label))
                .check();
        return this;
    }

    AccountForm justify(String text) {
        page.getByLabel("Justification").fill(text);
        return this;
    }

    AccountForm nameTicket(String text) {
        page.getByLabel("Ticket").fill(text);
        return this;
    }

    /** A legal request for contact details at the sample application, with nothing that is not required. */
    AccountForm fillIn() {
        return choose("Application", "Sample application")
                .chooseData("Contact details of US users")
                .choose("Purpose", "Legal request")
                .justify(JUSTIFICATION);
    }

    void file() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for approval"))
                .click();
    }

    void inspect(String name) {
        console.inspect(name);
    }

    void reload() {
        page.reload();
        console.waitUntilAtRest();
    }

    void assertChosen(String field, String option) {
        assertThat(field(field)).hasText(option);
    }

    void assertTyped(String label, String text) {
        assertThat(page.getByLabel(label)).hasValue(text);
    }

    void assertSays(String text) {
        assertThat(page.getByText(text)).isVisible();
    }

    private Locator field(String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label + ":")));
    }
}
