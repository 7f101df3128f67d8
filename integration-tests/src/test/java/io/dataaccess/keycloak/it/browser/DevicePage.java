/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Axe;
import java.util.Map;

/** What a device gets, before anybody says yes to it. */
final class DevicePage extends AccessPage {

    private static final String HEADING = "Open this data on a device?";

    private DevicePage(Page page) {
        super(page, HEADING);
    }

    static DevicePage at(Page page) {
        Axe.assertNoSeriousFinding(page);
        return new DevicePage(page);
    }

    /** On any page of a device's login: the application, and the code that the device shows. */
    static void assertNamesDevice(Page page, Map<String, String> device) {
        assertThat(page.locator("#data-access-device-notice"))
                .containsText("You are signing in a device, not this browser");
        assertThat(page.locator("#data-access-device-notice")).containsText("Command line (cli)");
        assertThat(page.locator(".data-access-code")).hasText(device.getOrDefault("shown", ""));
    }
}
