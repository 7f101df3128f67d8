/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** The checks of axe for people who read with other means than their eyes, or with weak ones. */
public final class Axe {

    private static final List<String> SERIOUS = List.of("serious", "critical");

    private Axe() {}

    public static void assertNoSeriousFinding(Page page) {
        // Legacy: in the page itself, where the other mode opens a second one for its report.
        List<String> findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Axe::told)
                        .toList();
        assertThat(findings).as("findings of axe on %s", page.url()).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
