/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.demo;

import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The key that signs the approval log of the demo's realm, as its witness has to know it. */
final class LogKey {

    private static final String PATH = "/realms/workforce";
    private static final String LOG = PATH + "/data-access/log";
    private static final Pattern ED25519 = Pattern.compile("\\{[^{}]*\"crv\":\"Ed25519\"[^{}]*\\}");
    private static final Pattern X = Pattern.compile("\"x\":\"([^\"]+)\"");

    private LogKey() {}

    /** As the log says; before its first entry it says nothing, and the realm's key and the log's name to be make the same line. */
    static String of(String keycloak) throws IOException, InterruptedException {
        Optional<String> said = get(keycloak + LOG + "/vkeys")
                .lines()
                .filter(line -> line.contains(LOG + "+"))
                .findFirst();
        return said.isPresent() ? said.get() : toBe(keycloak);
    }

    private static String toBe(String keycloak) throws IOException, InterruptedException {
        String key = ED25519.matcher(get(keycloak + PATH + "/protocol/openid-connect/certs"))
                .results()
                .map(MatchResult::group)
                .map(X::matcher)
                .flatMap(found -> found.results().map(result -> result.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The realm has no Ed25519 key"));
        return VerifierKey.of(
                        keycloak.replaceFirst("^https?://", "") + LOG,
                        SignatureType.ED25519,
                        Base64.getUrlDecoder().decode(key))
                .toString();
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
