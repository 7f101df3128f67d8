/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What eyes see at once and no check of markup does: words that run together, and what stands over the edge. */
public final class Layout {

    private static final String PARTS = "const parts = [...document.querySelectorAll("
            + "'main *, #kc-content *, .pf-v5-c-modal-box *')].filter(part => part.checkVisibility()"
            + " && part.innerText?.trim() && !part.closest('.pf-v5-u-screen-reader, .pf-v5-screen-reader'));"
            + " const said = part => part.innerText.replace(/\\s+/g, ' ').slice(0, 80);";

    /** Two neighbours on one line, the second of which begins where the first ends, without a blank between them. */
    private static final String RUN_TOGETHER = "() => { " + PARTS
            + " const lines = part => { const range = document.createRange(); range.selectNodeContents(part);"
            + " return [...range.getClientRects()].filter(line => line.width > 1); };"
            + " const isWord = /[\\p{L}\\p{N}]/u;"
            + " return parts.filter(part => part.nextSibling === part.nextElementSibling"
            + " && parts.includes(part.nextSibling) && isWord.test(part.innerText) && isWord.test(part.nextSibling.innerText))"
            + ".filter(part => { const end = lines(part).at(-1), start = lines(part.nextSibling)[0];"
            + " return end && start && Math.abs(end.bottom - start.bottom) < 6 && Math.abs(start.left - end.right) < 2; })"
            + ".map(part => said(part) + '|' + said(part.nextSibling)); }";

    /** But what can be scrolled to, such as tabs. */
    private static final String OVER_THE_EDGE = "() => { " + PARTS
            + " const scrolls = part => getComputedStyle(part).overflowX !== 'visible'"
            + " && part.getBoundingClientRect().right <= innerWidth + 1;"
            + " const isReached = part => { for (let one = part; one.matches('main *, #kc-content *, .pf-v5-c-modal-box *');"
            + " one = one.parentElement) { if (scrolls(one)) { return true; } } return false; };"
            + " return parts.filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !isReached(part))"
            + ".map(said); }";

    private Layout() {}

    public static void assertReadable(Page page) {
        assertThat((List<?>) page.evaluate(RUN_TOGETHER))
                .as("words that run together on %s", page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate(OVER_THE_EDGE))
                .as("what stands over the edge on %s", page.url())
                .isEmpty();
    }
}
