/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One of Keycloak's two consoles with somebody signed in. It listens from the first page on to what goes wrong: answers
 * with an error, requests that got none, errors of scripts.
 */
public final class Console {

    private static final String AT_REST = "() => !document.querySelector('[role=progressbar]')"
            + " && document.fonts.status === 'loaded'"
            + " && document.getAnimations().every(animation => animation.playState !== 'running')";

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final Page page;
    private final String address;
    private final List<String> errors = new ArrayList<>();

    private Instant signedIn = Instant.MAX;

    private Console(Page page, String address) {
        this.page = page;
        this.address = address;
        page.setViewportSize(WIDE, HEIGHT);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                errors.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onRequestFailed(request -> {
            // Aborted: the page was left before the answer came.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                errors.add(request.failure() + " " + request.method() + " " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            // That is said of answers too, and without telling which.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    /** Keycloak's admin console; complete with the section of ours, for those who see it. */
    public static Console admin(Page page, Realm realm, String username) {
        Console console = new Console(page, realm.console() + "#/" + realm.name() + "/");
        page.waitForResponse(response -> response.url().endsWith("/data-access/me"), () -> console.signIn(username));
        console.waitUntilAtRest();
        return console;
    }

    /** Keycloak's account console, at its first page. */
    public static Console account(Page page, Realm realm, String username) {
        Console console = new Console(page, realm.issuer() + "/account/");
        console.signIn(username);
        page.locator("h1").first().waitFor();
        console.waitUntilAtRest();
        return console;
    }

    public Page page() {
        return page;
    }

    /** Goes to an address within the console, such as {@code data-access/approvals}. */
    public void open(String path) {
        page.navigate(address + path);
        page.locator("h1").first().waitFor();
        waitUntilAtRest();
    }

    /** The login is older than so many seconds, which are counted whole. */
    public void waitUntilLoginIsOlderThan(int seconds) {
        Instant old = signedIn.plusSeconds(seconds + 1L);
        page.waitForCondition(() -> Instant.now().isAfter(old));
    }

    /** Nothing is loading and nothing moves. */
    public void waitUntilAtRest() {
        page.waitForFunction(AT_REST);
    }

    /**
     * What stands there is without serious finding, light and dark, and leaves a picture of each; pages of ours are
     * readable at this width and on a narrow screen.
     */
    public void inspect(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            wear(scheme);
            screenshot(name);
            Axe.assertNoSeriousFinding(page);
        }
        if (page.url().contains("/data-access")) {
            assertReadable(name);
        }
    }

    /** Of our own pages only: Keycloak's lists do stand over the edge of a narrow screen. */
    private void assertReadable(String name) {
        Layout.assertReadable(page);
        page.setViewportSize(NARROW, HEIGHT);
        waitUntilAtRest();
        screenshot(name + "-narrow");
        Layout.assertReadable(page);
        page.setViewportSize(WIDE, HEIGHT);
        waitUntilAtRest();
    }

    /** Keycloak follows the system's scheme, also while a page is open. */
    public void wear(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction(
                "dark => document.documentElement.classList.contains('pf-v5-theme-dark') === dark",
                scheme == ColorScheme.DARK);
        waitUntilAtRest();
    }

    /** At {@code target/screenshots/<name>-<light|dark>.png}. */
    public void screenshot(String name) {
        boolean dark = (boolean) page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches");
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(TestServer.path("screenshots").resolve(name + (dark ? "-dark.png" : "-light.png"))));
    }

    /** What went wrong so far, such as {@code 403 GET http://…}; forgotten when told. */
    public List<String> errors() {
        List<String> told = List.copyOf(errors);
        errors.clear();
        return told;
    }

    public void assertNoErrors() {
        assertThat(errors()).isEmpty();
    }

    private void signIn(String username) {
        LoginPage.open(page, address).signIn(username);
        signedIn = Instant.now();
    }
}
