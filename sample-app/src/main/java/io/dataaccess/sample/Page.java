/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** HTML. Whatever is not written in this class or in page.html is escaped. */
final class Page {
    private static final String TOKEN = """
            <section id="token"><h2>This session's access token</h2>
            <dl><dt>Token</dt><dd id="token-end">%s</dd><dt>Scopes</dt><dd id="scopes">%s</dd></dl>
            %s</section>""";

    private static final String TABLE =
            "<table id=\"data-access\"><tr><th>Scope</th><th>Data</th><th>Purpose</th><th>Approval</th></tr>";

    private Page() {}

    static Reply of(int status, String title, String content, Optional<Tokens> tokens) throws IOException {
        String nav = tokens.map(Page::nav).orElse("");
        String token = tokens.map(Page::token).orElse("");
        String page = bundled("page.html").formatted(escape(title), nav, escape(title), content, token);
        Reply reply = new Reply(status, page, Map.of("Content-Type", "text/html; charset=utf-8"));
        return tokens.filter(shown -> status == 200)
                .flatMap(shown -> secondsApproved(shown, Instant.now()))
                .map(seconds -> reply.with("Refresh", seconds.toString()))
                .orElse(reply);
    }

    /** Until the first approval is over: then the browser asks anew for what may still be shown. */
    private static Optional<Long> secondsApproved(Tokens tokens, Instant now) {
        return tokens.dataAccess().stream()
                .flatMap(entry -> Stream.ofNullable(entry.until()))
                .filter(until -> until.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(until -> Duration.between(now, until).toSeconds() + 1);
    }

    static String bundled(String name) throws IOException {
        try (InputStream stream = requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String escape(@Nullable Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON as nested lists. */
    static String data(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "<dt>" + escape(entry.getKey()) + "</dt><dd>" + data(entry.getValue()) + "</dd>")
                    .collect(Collectors.joining("", "<dl>", "</dl>"));
        }
        if (json instanceof Collection<?> values) {
            return values.stream()
                    .map(value -> "<li>" + data(value) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return escape(json);
    }

    private static String chips(Collection<String> values) {
        return values.stream()
                .map(value -> "<span class=\"chip\">" + escape(value) + "</span>")
                .collect(Collectors.joining(" "));
    }

    private static String nav(Tokens tokens) {
        return "<span id=\"user\">%s</span> <a id=\"logout\" href=\"/logout\">Sign out</a>"
                .formatted(escape(tokens.username()));
    }

    private static String token(Tokens tokens) {
        Instant now = Instant.now();
        String rows = tokens.dataAccess().stream()
                .map(entry -> "<tr data-scope=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td class=\"left\">%s</td></tr>"
                        .formatted(
                                escape(entry.scope()),
                                escape(entry.scope()),
                                chips(entry.categories()),
                                entry.purpose().isEmpty() ? "–" : escape(entry.purpose()),
                                entry.until() == null ? "no approval needed" : left(now, entry.until())))
                .collect(Collectors.joining("", TABLE, "</table>"));
        return TOKEN.formatted(
                left(now, tokens.end()),
                chips(tokens.scopes()),
                tokens.dataAccess().isEmpty() ? "" : rows);
    }

    private static String left(Instant now, Instant end) {
        Duration left = Duration.between(now, end).truncatedTo(ChronoUnit.SECONDS);
        return left.isNegative()
                ? "over"
                : "until %s (%s left when this page was opened)"
                        .formatted(
                                end.truncatedTo(ChronoUnit.SECONDS),
                                left.toString().substring(2).toLowerCase(Locale.ROOT));
    }
}
