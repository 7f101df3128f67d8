/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;

/** An HTTP answer; a body that is no JSON is a text node, none a missing node. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public String accessToken() {
        return text("access_token");
    }

    public String refreshToken() {
        return text("refresh_token");
    }

    /** What the access token says. */
    public JsonNode claims() {
        return Json.claims(accessToken());
    }

    public String error() {
        return text("error");
    }

    /** The reason in parentheses at the end of {@code error_description}, or nothing. */
    public String reason() {
        return text("error_description").replaceFirst("(?s)^.*\\((\\w+)\\)$|^.*$", "$1");
    }

    /** The scopes of the access token. */
    public List<String> scopes() {
        return List.of(claims().path("scope").asText().split(" "));
    }

    /** The field of each element, when the body is an array. */
    public List<String> each(String field) {
        return Json.each(body, field);
    }

    /** Empty when absent. */
    public String text(String field) {
        return body.path(field).asText("");
    }
}
