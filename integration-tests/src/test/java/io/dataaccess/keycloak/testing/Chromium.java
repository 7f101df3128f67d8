/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A running browser: the machine's own, or where there is none the one that Playwright downloads. Playwright serves one
 * thread at a time, which the lock of the same name sees to.
 */
final class Chromium implements AutoCloseable {

    /** How long anything on a page may take, in milliseconds: nothing is measured here, and machines can be slow. */
    static final double PATIENCE = 60_000;

    /** The one without a window of its own comes first: it draws nothing at its start. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    /** Runs as root, and asks nobody but the server under test. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium(Optional<Path> executable) {
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(executable.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setTimeout(PATIENCE);
        executable.ifPresent(options::setExecutablePath);
        this.browser = playwright.chromium().launch(options);
    }

    /** The browser of this name, started when it is first asked for. */
    static com.microsoft.playwright.Browser of(ExtensionContext context, String name) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(name, key -> new Chromium(executable()), Chromium.class)
                .browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
