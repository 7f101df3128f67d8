/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that nobody expects. */
final class Texts {

    /** Never shown but escaped: whoever finds it in a page has found a hole. */
    static final String TAG = "<fz7 onload=alert(1)>";

    private static final List<String> KNOWN = List.of(
            // Nothing, and what looks like it
            "",
            " ",
            "\t",
            "\n",
            "\r\n",
            "null",
            "undefined",
            "NaN",
            "true",
            "0",
            "-1",
            "[]",
            "{}",
            // HTML, scripts, headers
            TAG,
            "\"'>" + TAG,
            "</textarea>" + TAG,
            "--!>" + TAG,
            "&lt;b&gt;&#60;",
            "javascript:alert(1)",
            "x\r\nSet-Cookie: fz7=1",
            "x\nfz7",
            // FreeMarker, Java's message formats, EL, Log4j, CEL
            "${7777*7}",
            "#{7777*7}",
            "[=7777*7]",
            "<#assign x=7777*7>${x}",
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "{0}",
            "{0,choice,0#a}",
            "%n%s%x",
            "${jndi:ldap://localhost/a}",
            "'",
            "''",
            "true || true",
            "' || subject.username == 'lin",
            "']) || true || ('' in ['",
            // SQL, LDAP, shell
            "' OR '1'='1",
            "'; drop table data_access_request; --",
            "*)(uid=*",
            "$(id)",
            "`id`",
            "%' escape '!",
            // Paths
            "..",
            "../..",
            "..\\..",
            "/etc/passwd",
            "%2e%2e%2f",
            "file:///etc/passwd",
            ";a=b",
            "?x",
            "#x",
            // Characters: NUL and others that control, halves, right to left, combining, wide, compatibility
            "\0",
            "a\0b",
            "\u0001\u001f\u007f\u0085",
            "\u001b[31m",
            "\ud800",
            "\udc00",
            "a\udfff\ud800b",
            "\u202ereverse\u202c",
            "\u200f\u05d0\u05d1",
            "a\u0301\u0301\u0301\u0301\u0301",
            "\ufeffbom",
            "\ufffe\uffff",
            "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud834\udd1e",
            "\u2028\u2029",
            "\u00a0\u3000",
            "\u0130\u0131\u017f\u00df",
            "\ufb01\u2167",
            "\udb40\udc41",
            // Durations, times, numbers
            "PT-1S",
            "-PT1H",
            "P1000000000D",
            "PT0.5S",
            "PT0S",
            "PT1H0M0.000000001S",
            "PT9223372036854775807S",
            "PT9223372036854775808S",
            "P-1000000000000D",
            "P1Y",
            "pt1h",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2026-01-01T00:00:00+18:00",
            "1e999",
            "9".repeat(400),
            "-9223372036854775809");

    private Texts() {}

    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, known()),
                net.jqwik.api.Tuple.of(2, Arbitraries.strings().all().ofMaxLength(30)),
                net.jqwik.api.Tuple.of(
                        2, known().list().ofMinSize(2).ofMaxSize(4).map(parts -> String.join("", parts))),
                net.jqwik.api.Tuple.of(1, longer()));
    }

    static Arbitrary<String> known() {
        return Arbitraries.of(KNOWN);
    }

    /** At and beyond the lengths that somebody may have thought of. */
    private static Arbitrary<String> longer() {
        return Arbitraries.of("a", "é", "\ud83d\ude00", "\u0301", "<", "(", "%")
                .flatMap(text -> Arbitraries.of(36, 37, 255, 256, 1999, 2000, 2001, 4000, 4001, 30_000)
                        .map(text::repeat));
    }
}
