/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Windows of a real browser, closed after each test; a non-static {@code @RegisterExtension}. There are two browsers, as
 * more would only slow each other down, and each test class says by {@code @ResourceLock} which of them it takes.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

    /** For the pages of a login and what stands around them. */
    public static final String ONE = "browser one";
    /** For the two consoles, and the class that does little but wait: each of the two has about half of the work. */
    public static final String OTHER = "the other browser";

    @SuppressWarnings("NullAway.Init")
    private com.microsoft.playwright.Browser chromium;

    @SuppressWarnings("NullAway.Init")
    private String test;

    private final List<Page> pages = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = Chromium.of(context, lockedBy(context));
        test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }

    private static String lockedBy(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), ResourceLock.class, context.getEnclosingTestClasses())
                .map(ResourceLock::value)
                .filter(List.of(ONE, OTHER)::contains)
                .orElseThrow(() -> new IllegalStateException("Name the browser: @ResourceLock(Browser.ONE), or OTHER"));
    }

    /** Another person's window: it shares no cookies with any other. */
    public Page window() {
        return window("en-US");
    }

    /** That of somebody who reads this language first. */
    public Page window(String locale) {
        BrowserContext context =
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale));
        context.setDefaultTimeout(Chromium.PATIENCE);
        Page page = context.newPage();
        pages.add(page);
        return page;
    }

    public void screenshot(Page page, String name) {
        Path file = TestServer.path("screenshots").resolve(test + "." + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** A failed test leaves a picture of each window. */
    @Override
    public void afterEach(ExtensionContext context) {
        for (Page page : pages) {
            if (context.getExecutionException().isPresent()) {
                screenshot(page, "failed-" + pages.indexOf(page));
            }
            page.context().close();
        }
        pages.clear();
    }
}
