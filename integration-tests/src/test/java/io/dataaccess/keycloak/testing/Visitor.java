/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody with a browser that runs no scripts: cookies, redirects and forms only, and much faster than a real one. Ends
 * where the application would be called back. One person's: it shares no cookies with any other.
 */
public final class Visitor {

    private static final int MOST_REDIRECTS = 20;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    /** By path: several realms on one host each have their own. */
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private Document page = new Document("");
    private int status;
    private Map<String, String> callback = Map.of();

    /** Goes there and follows redirects to the next page, or to the application. */
    public Visitor open(String url) {
        return visit(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** The status of an answer to the page's script, which changes nothing on the page that is shown. */
    public int ask(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json"))
                .statusCode();
    }

    /** Fills in the first form that the selector finds, with the values that it has already, and sends it. */
    public Visitor submit(String form, Map<String, String> fields) {
        Element found = page.selectFirst(form);
        if (found == null) {
            throw new IllegalStateException("No " + form + " on the page: " + page.text());
        }
        Map<String, String> values = new LinkedHashMap<>();
        found.select("input[type=hidden]").forEach(input -> values.put(input.attr("name"), input.attr("value")));
        values.putAll(fields);
        return post(found.absUrl("action"), values);
    }

    public Visitor post(String url, Map<String, String> fields) {
        if (url.startsWith(CallbackPage.REDIRECT_URI)) {
            callback = fields;
            return this;
        }
        return visit(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Http.encode(fields))));
    }

    /** A call of a script in this browser, with a token; its cookies are kept. */
    public Visitor call(String url, String bearer) {
        return visit(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Brings a cookie of another browser into this one. */
    public void takeCookie(String name, Visitor from) {
        from.cookies.forEach((path, ofPath) -> {
            if (ofPath.containsKey(name)) {
                cookies.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(name, ofPath.get(name));
            }
        });
    }

    public Visitor click(String link) {
        Element found = page.selectFirst(link);
        if (found == null) {
            throw new IllegalStateException("No " + link + " on the page: " + page.text());
        }
        return open(found.absUrl("href"));
    }

    /** On Keycloak's page for username and password. */
    public Visitor signIn(String username) {
        return submit("#kc-form-login", Map.of("username", username, "password", Realm.PASSWORD));
    }

    /** Says yes on the page that names what a device gets. */
    public Visitor confirmDevice() {
        return submit("#data-access-device form", Map.of("action", "confirm"));
    }

    /** Consents without having been asked to, and without a session code: Keycloak then looks for no action (26.7.3). */
    public Visitor postConsent() {
        String action = page.select("#kc-data-access-form").attr("abs:action");
        return post(action.replace("/required-action", "/consent"), Map.of("accept", "Yes"));
    }

    public boolean isAtApplication() {
        return !callback.isEmpty();
    }

    /** What the application is told, in query, fragment or form; empty when it was not called back or not told this. */
    public String told(String parameter) {
        return callback.getOrDefault(parameter, "");
    }

    /** The page that is shown; the one before it once the application was called back. */
    public Document page() {
        return page;
    }

    /** Of the page that is shown. */
    public int status() {
        return status;
    }

    private Visitor visit(HttpRequest.Builder request) {
        callback = Map.of();
        HttpRequest.Builder next = request;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(next);
            String location = response.headers().firstValue("Location").orElse("");
            if (location.isEmpty()) {
                page = Jsoup.parse(response.body(), response.uri().toString());
                status = response.statusCode();
                return this;
            }
            if (location.startsWith(CallbackPage.REDIRECT_URI)) {
                callback = parameters(location);
                return this;
            }
            next = HttpRequest.newBuilder(response.uri().resolve(location)).GET();
        }
        throw new IllegalStateException("Sent round in circles");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        String path = builder.copy().build().uri().getPath();
        String sent = cookies.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = (sent.isEmpty() ? builder : builder.header("Cookie", sent)).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Secure ones as well, as browsers do for localhost. */
    private void keep(HttpCookie cookie) {
        Map<String, String> ofPath = cookies.computeIfAbsent(cookie.getPath(), path -> new LinkedHashMap<>());
        if (cookie.getMaxAge() == 0) {
            ofPath.remove(cookie.getName());
        } else {
            ofPath.put(cookie.getName(), cookie.getValue());
        }
    }

    private static Map<String, String> parameters(String location) {
        URI uri = URI.create(location);
        return Stream.of(uri.getRawQuery(), uri.getRawFragment())
                .filter(part -> part != null && !part.isEmpty())
                .flatMap(part -> Stream.of(part.split("&")))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0], parameter -> URLDecoder.decode(parameter[1], UTF_8)));
    }
}
