/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** The way through Keycloak's step-up; what its pages say and offer is tested beside them. */
final class StepUp {

    private final Page page;

    private StepUp(Page page) {
        this.page = page;
    }

    static StepUp at(Page page, String heading) {
        assertThat(page.locator("#kc-page-title")).hasText(heading);
        return new StepUp(page);
    }

    static StepUp atRequest(Page page) {
        return at(page, "Ask for access");
    }

    void ask() {
        page.getByLabel("Purpose").selectOption(new SelectOption().setLabel("Legal request"));
        page.getByLabel("Justification").fill("A court asks for the data of one user");
        press("Ask for approval");
        at(page, "Waiting for approval");
    }

    void goOnWithout() {
        press("Go on without this access");
    }

    void giveUp() {
        press("Cancel sign-in");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
