/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.testing.Realm;
import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Somebody in front of the pages of the step-up who sends whatever they like. */
final class Sitting {

    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Wire wire;
    private final String loginUrl;
    private final String username;
    private Document page = new Document("");

    Sitting(Wire wire, String loginUrl, String username) {
        this.wire = wire;
        this.loginUrl = loginUrl;
        this.username = username;
    }

    /** A page of the step-up, after a new login unless there is one already. */
    Document page() {
        if (form() == null) {
            follow(Shot.get(path(URI.create(loginUrl))));
            Element login = page.selectFirst("#kc-form-login");
            if (login != null) {
                post(login, "username=" + username + "&password=" + Realm.PASSWORD);
            }
        }
        return page;
    }

    /** Sends the form of the page, and follows to the next one. */
    Reply send(String contentType, byte[] body) {
        page();
        Element form = form();
        if (form == null) {
            throw new AssertionError("No page of the step-up: " + page);
        }
        return follow(new Shot(
                "POST", path(URI.create(form.absUrl("action"))), List.of("Content-Type: " + contentType), body));
    }

    /** The fields of the page's form that nobody fills in. */
    String hidden() {
        page();
        Element form = form();
        return form == null
                ? ""
                : form.select("input[type=hidden]").stream()
                        .map(input -> Shots.encoded(input.attr("name")) + "=" + Shots.encoded(input.attr("value")))
                        .collect(Collectors.joining("&"));
    }

    Reply send(String form) {
        return send("application/x-www-form-urlencoded", form.getBytes(UTF_8));
    }

    /** What the page's script asks, or anybody. */
    Reply poll(String accept) {
        Element refresh = page().selectFirst("[data-refresh-url]");
        if (refresh == null) {
            throw new AssertionError("No page of the step-up: " + page);
        }
        return wire.send(withCookies(
                Shot.get(path(URI.create(refresh.attr("data-refresh-url")))).with("Accept: " + accept)));
    }

    private @Nullable Element form() {
        return page.selectFirst("form:has([name=action])");
    }

    private Reply post(Element form, String body) {
        return follow(new Shot(
                "POST",
                path(URI.create(form.absUrl("action"))),
                List.of("Content-Type: application/x-www-form-urlencoded"),
                body.getBytes(UTF_8)));
    }

    private Reply follow(Shot first) {
        Shot shot = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Reply reply = wire.send(withCookies(shot));
            reply.headers().stream()
                    .filter(line -> line.startsWith("set-cookie:"))
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(this::keep);
            String location = reply.header("location");
            if (location.isEmpty() || !location.startsWith(wire.server())) {
                page = location.isEmpty() ? Jsoup.parse(reply.body(), loginUrl) : new Document("");
                return reply;
            }
            shot = Shot.get(path(URI.create(location)));
        }
        throw new AssertionError("Sent round in circles");
    }

    private Shot withCookies(Shot shot) {
        return cookies.isEmpty()
                ? shot
                : shot.with("Cookie: "
                        + cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
