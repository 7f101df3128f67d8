/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A REST interface of this extension or of Keycloak, called with one token; paths are relative, such as {@code requests/count}. */
public final class Rest {

    private final String base;
    private final String token;

    Rest(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public Answer get(String path) {
        return Http.send(request(path));
    }

    /** With an object that Jackson writes, mostly a {@code Map}; a string is sent as it is. */
    public Answer post(String path, Object body) {
        return Http.postJson(request(path), body instanceof String text ? text : Json.write(body));
    }

    public Answer put(String path, Object body) {
        return Http.send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.write(body))));
    }

    public Answer delete(String path) {
        return Http.send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return token.isEmpty() ? Http.to(base + path) : Http.to(base + path, token);
    }
}
