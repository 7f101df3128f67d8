/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.web;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Calls the API with the least; the scope that the API misses is the name of the registration to sign in with next. */
@Component
class ApiClient {

    private static final Pattern MISSING = Pattern.compile("insufficient_scope.*scope=\"([^\"]+)\"");

    private final OAuth2AuthorizedClientManager clients;
    private final RestClient api;

    ApiClient(OAuth2AuthorizedClientManager clients, @Value("${api}") String url) {
        this.clients = clients;
        this.api = RestClient.create(url);
    }

    /** Empty when the person went on without the scope. */
    Optional<String> get(String path, Authentication user) {
        try {
            return Optional.of(get(path, token("workforce", user)));
        } catch (HttpClientErrorException.Forbidden refused) {
            String scope = missing(refused);
            OAuth2AccessToken token = token(scope, user);
            return token.getScopes().contains(scope) ? Optional.of(get(path, token)) : Optional.empty();
        }
    }

    /** No token yet: the exception makes Spring Security send the browser to Keycloak, and back here with one. */
    private OAuth2AccessToken token(String registration, Authentication user) {
        try {
            OAuth2AuthorizedClient client =
                    clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                            .principal(user)
                            .build());
            return requireNonNull(client).getAccessToken();
        } catch (ClientAuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                // The access is over, or the session at Keycloak: sign in again.
                throw new ClientAuthorizationRequiredException(registration);
            }
            throw e;
        }
    }

    private String get(String path, OAuth2AccessToken token) {
        String body = api.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token.getTokenValue()))
                .retrieve()
                .body(String.class);
        return requireNonNullElse(body, "");
    }

    private static String missing(HttpClientErrorException refused) {
        HttpHeaders headers = refused.getResponseHeaders();
        String challenge = headers == null ? null : headers.getFirst(HttpHeaders.WWW_AUTHENTICATE);
        Matcher scope = MISSING.matcher(requireNonNullElse(challenge, ""));
        if (!scope.find()) {
            throw refused;
        }
        return scope.group(1);
    }
}
