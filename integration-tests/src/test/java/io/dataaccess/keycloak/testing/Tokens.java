/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.util.HashMap;
import java.util.Map;

/** Keycloak's token endpoints as an application uses them. A blank scope is left out of the request. */
public final class Tokens {

    /** What an application asks for to file for its users. */
    public static final String FILING = "openid data-access";

    private final Realm realm;

    Tokens(Realm realm) {
        this.realm = realm;
    }

    public Answer password(Client client, String username, String scope) {
        return grant(client, "password", scoped(scope, Map.of("username", username, "password", Realm.PASSWORD)));
    }

    public Answer code(Client client, String code) {
        return grant(client, "authorization_code", Map.of("code", code, "redirect_uri", CallbackPage.REDIRECT_URI));
    }

    public Answer refresh(Client client, String refreshToken, String scope) {
        return grant(client, "refresh_token", scoped(scope, Map.of("refresh_token", refreshToken)));
    }

    public Answer clientCredentials(Client client, String scope) {
        return grant(client, "client_credentials", scoped(scope, Map.of()));
    }

    /** Standard token exchange; the client must allow it. */
    public Answer exchange(Client client, String subjectToken, String scope) {
        return exchange(client, subjectToken, scoped(scope, Map.of()));
    }

    /** A token exchange with any other parameters; the legacy one takes them as well. */
    public Answer exchange(Client client, String subjectToken, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("subject_token", subjectToken);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        return grant(client, "urn:ietf:params:oauth:grant-type:token-exchange", form);
    }

    /** Any other grant. */
    public Answer grant(Client client, String grantType, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("grant_type", grantType);
        return post(client, "token", all);
    }

    public Answer introspect(Client client, String token) {
        return post(client, "token/introspect", Map.of("token", token));
    }

    public Answer introspect(Client client, String token, String typeHint) {
        return post(client, "token/introspect", Map.of("token", token, "token_type_hint", typeHint));
    }

    public Answer revoke(Client client, String token) {
        return post(client, "revoke", Map.of("token", token));
    }

    public Answer userinfo(String accessToken) {
        return Http.send(Http.to(endpoint("userinfo"), accessToken));
    }

    /** Starts a device login. */
    public Answer device(Client client, String scope) {
        return post(client, "auth/device", scoped(scope, Map.of()));
    }

    /** Where a browser starts a login that ends on {@link CallbackPage}. */
    public String loginUrl(Client client, String scope) {
        return endpoint("auth") + "?"
                + Http.encode(Map.of(
                        "client_id",
                        client.id(),
                        "response_type",
                        "code",
                        "scope",
                        scope,
                        "redirect_uri",
                        CallbackPage.REDIRECT_URI));
    }

    /** An endpoint of the OpenID Connect protocol, for what has no method here. */
    public Answer post(Client client, String endpoint, Map<String, String> form) {
        return Http.post(Http.to(endpoint(endpoint)), client.with(form));
    }

    private String endpoint(String name) {
        return realm.issuer() + "/protocol/openid-connect/" + name;
    }

    private static Map<String, String> scoped(String scope, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        if (!scope.isBlank()) {
            all.put("scope", scope);
        }
        return all;
    }
}
