/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire, right or wrong.
 *
 * @param target path and query, encoded or not
 * @param headers whole lines, without Host and Content-Length
 */
@SuppressWarnings("ArrayRecordComponent")
record Shot(String method, String target, List<String> headers, byte[] body) {

    private static final int LONGEST_SHOWN = 600;

    Shot {
        headers = List.copyOf(headers);
    }

    static Shot get(String target) {
        return new Shot("GET", target, List.of(), new byte[0]);
    }

    Shot with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Shot(method, target, more, body);
    }

    Shot bearer(String token) {
        return token.isEmpty() ? this : with("Authorization: Bearer " + token);
    }

    /** For the message of a failure: without tokens, and no longer than anybody reads. */
    @Override
    public String toString() {
        List<String> shown = headers.stream()
                .map(header -> header.startsWith("Authorization: Bearer ey") ? "Authorization: (a token)" : header)
                .toList();
        return method + " " + visible(target) + " " + shown + " " + body.length + " bytes: "
                + visible(new String(body, ISO_8859_1));
    }

    private static String visible(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
        StringBuilder visible = new StringBuilder();
        cut.chars()
                .forEach(c -> visible.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return visible + (cut.length() < text.length() ? "…" : "");
    }
}
