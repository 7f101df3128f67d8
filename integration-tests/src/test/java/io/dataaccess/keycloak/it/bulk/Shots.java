/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Requests to one endpoint, each wrong in some way or another.
 *
 * @param realm the name of the realm it is about
 * @param others names of realms it is not about
 */
record Shots(Endpoint endpoint, String realm, List<String> others) {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO");
    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "*/*",
            "application/vnd.api+json");
    private static final List<String> ACCEPTS = List.of(
            "text/html", "application/xml", "*/*;q=0", "text/event-stream", "x", "", "application/json;q=2", "a/b/c");
    private static final List<String> PATHS = List.of(
            "..",
            "%2e%2e",
            "..%2f..%2fme",
            "%2f",
            "%5c",
            "%00",
            "%",
            "%zz",
            "%c3%28",
            "%ed%a0%80",
            "a/b",
            ";x=y",
            "*",
            "a".repeat(37),
            "a".repeat(3000),
            "%0d%0aX-Fz7:%201",
            "count",
            "count/",
            "/",
            "%3Cfz7%3E",
            "'",
            "\u00e9",
            "a b");

    /** Fired by one of the endpoint's callers. */
    record Fired(String caller, Shot shot) {}

    Arbitrary<Fired> any() {
        Arbitrary<String> target = Combinators.combine(
                        realms(), ids(), query(), rarely("", "/", "//", "/x", "/%00", ".json"))
                .as((name, id, query, end) -> endpoint.target(name, id) + end + query);
        Arbitrary<byte[]> body = endpoint.takesBody()
                ? new Bodies(endpoint.body()).any()
                : Arbitraries.frequency(Tuple.of(9, ""), Tuple.of(1, "{}")).map(text -> text.getBytes(UTF_8));
        return Combinators.combine(
                        Arbitraries.of(endpoint.use().callers()),
                        rarely(endpoint.method(), METHODS.toArray(String[]::new)),
                        target,
                        rarely("application/json", CONTENT_TYPES.toArray(String[]::new)),
                        rarely("application/json", ACCEPTS.toArray(String[]::new)),
                        body)
                .as((caller, method, where, type, accept, bytes) -> new Fired(
                        caller, new Shot(method, where, List.of("Content-Type: " + type, "Accept: " + accept), bytes)));
    }

    private Arbitrary<String> realms() {
        Arbitrary<String> wrong = Arbitraries.oneOf(
                Arbitraries.of(others),
                // Keycloak looks for a realm whose name has a NUL, which PostgreSQL refuses with an error (26.7.3).
                Arbitraries.of(PATHS).filter(path -> !path.contains("%00")),
                Arbitraries.of(others)
                        .flatMap(other -> Arbitraries.of(
                                realm + "%2f..%2f" + other,
                                "..%2f" + other,
                                realm + "/../" + other,
                                realm + ";realm=" + other)),
                Arbitraries.of(realm.toUpperCase(java.util.Locale.ROOT), realm + "%20"));
        return Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.just(realm)), Tuple.of(1, wrong));
    }

    private Arbitrary<String> ids() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(endpoint.use().ids())),
                Tuple.of(1, Arbitraries.of(endpoint.use().ids()).map(id -> id + "%20")),
                Tuple.of(2, Arbitraries.of(PATHS)),
                Tuple.of(1, Texts.known().map(Shots::encoded)));
    }

    /** Good values, odd ones, several at once. */
    private Arbitrary<String> query() {
        Map<String, List<String>> known = endpoint.parameters();
        if (known.isEmpty()) {
            return rarely("", "?", "?first=-1", "?%00=%00", "?a", "?=&=");
        }
        Arbitrary<String> proper = Arbitraries.of(known.entrySet())
                .flatMap(parameter -> Arbitraries.oneOf(
                                Arbitraries.of(parameter.getValue()),
                                Texts.any(),
                                Texts.any().map(text -> text + text))
                        .map(Shots::encoded)
                        .map(value -> parameter.getKey() + "=" + value));
        Arbitrary<String> broken =
                Arbitraries.of("first=%", "max=%zz", "search=%c3%28", "%00=1", "&&", "subject=%ed%a0%80");
        return Arbitraries.frequencyOf(Tuple.of(12, proper), Tuple.of(1, broken))
                .list()
                .ofMaxSize(4)
                .map(parameters -> parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    static String encoded(String text) {
        String cut = text.substring(0, Math.min(text.length(), 1000));
        return URLEncoder.encode(cut, UTF_8).replace("+", "%20");
    }

    private static Arbitrary<String> rarely(String usual, String... others) {
        return Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.just(usual)), Tuple.of(1, Arbitraries.of(others)));
    }
}
