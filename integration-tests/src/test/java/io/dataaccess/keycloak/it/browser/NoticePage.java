/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import com.microsoft.playwright.Page;

/** The last page before access. */
final class NoticePage extends AccessPage {

    private NoticePage(Page page, String heading) {
        super(page, heading);
    }

    static NoticePage at(Page page) {
        return new NoticePage(page, "You are opening classified data");
    }

    void goOn() {
        press("Continue");
    }
}
