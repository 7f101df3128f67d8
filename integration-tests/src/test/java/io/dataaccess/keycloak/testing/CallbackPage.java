/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a login ends when the test itself is the application. */
public final class CallbackPage {

    /** Nothing listens there: the browser asks in vain, and what it asks is all that counts. */
    static final String REDIRECT_URI = "http://localhost/callback";

    private final Map<String, String> parameters;

    private CallbackPage(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Does what sends the browser back, and waits until it comes. */
    public static CallbackPage after(Page page, Runnable lastStep) {
        String address = page.waitForRequest(request -> request.url().startsWith(REDIRECT_URI), lastStep)
                .url();
        return new CallbackPage(Arrays.stream(URI.create(address).getRawQuery().split("&"))
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
