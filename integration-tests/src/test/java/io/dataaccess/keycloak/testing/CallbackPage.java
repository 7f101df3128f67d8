/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a login ends when the test itself is the application. */
public final class CallbackPage {

    /** Answered by the browser: nothing listens there. */
    static final String REDIRECT_URI = "http://localhost/callback";

    private final Map<String, String> parameters;

    private CallbackPage(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static void serve(BrowserContext context) {
        context.route(
                REDIRECT_URI + "**",
                route -> route.fulfill(new Route.FulfillOptions().setBody("Back at the application.")));
    }

    /** Waits until the browser is back. */
    public static CallbackPage at(Page page) {
        page.waitForURL(REDIRECT_URI + "**");
        return new CallbackPage(Arrays.stream(
                        URI.create(page.url()).getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0], parameter -> URLDecoder.decode(parameter[1], UTF_8))));
    }

    public String code() {
        return parameter("code");
    }

    /** Empty when absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
