/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.it.rest.DpopProof;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tokens that are bound to one key (RFC 9449). */
final class BoundTokens {

    private final Realm realm;
    private final DpopProof key;

    BoundTokens(Realm realm) throws GeneralSecurityException {
        this.realm = realm;
        this.key = new DpopProof();
    }

    Answer code(Client client, String code) throws GeneralSecurityException {
        return grant(client, "authorization_code", Map.of("code", code, "redirect_uri", AuthorizationUrl.CALLBACK));
    }

    Answer refresh(Client client, String refreshToken, String scope) throws GeneralSecurityException {
        return grant(client, "refresh_token", Map.of("refresh_token", refreshToken, "scope", scope));
    }

    private Answer grant(Client client, String type, Map<String, String> more) throws GeneralSecurityException {
        String endpoint = realm.issuer() + "/protocol/openid-connect/token";
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", type);
        form.put("client_id", client.id());
        if (!client.secret().isEmpty()) {
            form.put("client_secret", client.secret());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("DPoP", key.of("POST", endpoint, ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
