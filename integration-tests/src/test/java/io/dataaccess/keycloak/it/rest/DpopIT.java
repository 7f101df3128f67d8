/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token bound to a key is worth nothing without the key. */
final class DpopIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void refusesWhenKeyIsNotProved() throws GeneralSecurityException {
        DpopProof key = new DpopProof();
        String url = realm.issuer() + "/data-access/requests";
        String token = token(key);

        assertThat(get(url, "Bearer " + token, "").statusCode()).isEqualTo(401);
        assertThat(get(url, "DPoP " + token, "").statusCode()).isEqualTo(401);
        assertThat(get(url, "DPoP " + token, new DpopProof().of("GET", url, token))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(url, "DPoP " + token, key.of("POST", url, token)).statusCode())
                .isEqualTo(401);
        assertThat(get(url, "DPoP " + token, key.of("GET", url, token)).statusCode())
                .isEqualTo(200);
    }

    private static String token(DpopProof key) throws GeneralSecurityException {
        String endpoint = realm.issuer() + "/protocol/openid-connect/token";
        HttpResponse<String> answer = Master.send(HttpRequest.newBuilder(URI.create(endpoint))
                .header("DPoP", key.of("POST", endpoint, ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=sample-app"
                        + "&client_secret=sample-app-secret&scope=data-access&username=lin&password="
                        + Realm.PASSWORD)));
        assertThat(Master.json(answer).path("token_type").asText()).isEqualTo("DPoP");
        return Master.json(answer).path("access_token").asText();
    }

    private static HttpResponse<String> get(String url, String authorization, String proof) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", authorization);
        return Master.send(proof.isEmpty() ? request : request.header("DPoP", proof));
    }
}
