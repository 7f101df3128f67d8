/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What an API answers to a token. */
record ApiCall(HttpResponse<String> response) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** An empty token sends none. */
    static ApiCall get(String url, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return new ApiCall(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    void assertOpens(String data) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(data);
    }

    void assertMisses(String scope) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    void assertUnauthorized(String challenge) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith(challenge);
    }
}
