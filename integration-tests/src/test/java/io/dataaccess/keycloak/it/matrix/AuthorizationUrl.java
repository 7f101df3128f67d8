/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a browser starts a login of the sample application. */
record AuthorizationUrl(Realm realm, Map<String, String> parameters) {

    /** Where all logins of tests end. */
    static final String CALLBACK = "http://localhost/callback";

    /** A request for a code, as plain as can be. */
    static AuthorizationUrl of(Realm realm, String scope) {
        return new AuthorizationUrl(realm, Map.of())
                .with("client_id", Client.SAMPLE_APP.id())
                .with("response_type", "code")
                .with("redirect_uri", CALLBACK)
                .with("scope", scope);
    }

    /** An empty value leaves the parameter out. */
    AuthorizationUrl with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new AuthorizationUrl(realm, changed);
    }

    @Override
    public String toString() {
        return realm.issuer() + "/protocol/openid-connect/auth?"
                + parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
