/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Encode;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * Clients of Keycloak's own whose tokens vote, or file for any client, with addresses or ways to a token that Keycloak does
 * not make them with (26.7.3): who has them gets tokens of whoever is signed in. Direct access grants take the password, and
 * are left alone.
 */
public final class ConsoleProblems {

    /** Attributes that switch ways to a person's token on, and what the admin console calls them. */
    private static final Map<String, String> GRANTS = new TreeMap<>(Map.of(
            "oauth2.device.authorization.grant.enabled", "OAuth 2.0 Device Authorization Grant",
            "oidc.ciba.grant.enabled", "OIDC CIBA Grant",
            "oauth2.jwt.authorization.grant.enabled", "JWT Authorization Grant",
            "standard.token.exchange.enabled", "Standard Token Exchange"));

    private final KeycloakSession session;
    private final RealmModel realm;

    public ConsoleProblems(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public Stream<Problem> find() {
        return Stream.of(
                        Constants.ACCOUNT_CONSOLE_CLIENT_ID,
                        Constants.ADMIN_CONSOLE_CLIENT_ID,
                        Constants.ADMIN_CLI_CLIENT_ID)
                .filter(this::isWatched)
                .flatMap(id -> Stream.ofNullable(realm.getClientByClientId(id))
                        .filter(client -> id.equals(client.getClientId())))
                .filter(ClientModel::isEnabled)
                .flatMap(client -> Stream.concat(addresses(client), flows(client)));
    }

    private boolean isWatched(String id) {
        return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(id)
                || AdminClients.of(realm).contains(id);
    }

    private Stream<Problem> addresses(ClientModel client) {
        String path = path(client.getClientId());
        boolean isRooted = client.getRootUrl() == null || isOwnRoot(client.getRootUrl());
        String foreign = Stream.concat(
                        client.getRedirectUris().stream().filter(uri -> !isOwn(uri, path, isRooted)),
                        client.getWebOrigins().stream().filter(origin -> !isOwnOrigin(origin)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return foreign.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "console_changed",
                        RealmElement.client(client),
                        ParameterizedText.of(
                                "address",
                                "is Keycloak's own, and its tokens vote, or ask for access for any client; it has"
                                        + " addresses that Keycloak does not give it, {addresses}, so that whoever has them"
                                        + " gets such a token of everybody who is signed in: remove them",
                                ParameterizedText.naming("addresses", foreign))));
    }

    /** Where the console is; the command line has no pages. */
    private @Nullable String path(String id) {
        String name = Encode.encodePathAsIs(realm.getName());
        return switch (id) {
            case Constants.ADMIN_CONSOLE_CLIENT_ID -> "/admin/" + name + "/console/";
            case Constants.ACCOUNT_CONSOLE_CLIENT_ID -> "/realms/" + name + "/account/";
            default -> null;
        };
    }

    private boolean isOwn(String uri, @Nullable String path, boolean isRooted) {
        return path != null
                && (uri.startsWith("/")
                        ? isRooted && uri.startsWith(path)
                        : bases().anyMatch(base -> uri.startsWith(base + path)));
    }

    private boolean isOwnRoot(String root) {
        return root.isEmpty()
                || root.equals(Constants.AUTH_BASE_URL_PROP)
                || root.equals(Constants.AUTH_ADMIN_URL_PROP)
                || bases().anyMatch(base -> root.equals(base) || root.equals(base + "/"));
    }

    private boolean isOwnOrigin(String origin) {
        return origin.equals(Constants.INCLUDE_REDIRECTS)
                || bases().anyMatch(base -> origin.equals(UriUtils.getOrigin(base)));
    }

    private Stream<String> bases() {
        return Stream.of(UrlType.FRONTEND, UrlType.ADMIN)
                .map(type -> session.getContext().getUri(type).getBaseUri().toString())
                .map(base -> base.replaceFirst("/$", ""));
    }

    private static Stream<Problem> flows(ClientModel client) {
        boolean isCli = Constants.ADMIN_CLI_CLIENT_ID.equals(client.getClientId());
        String on = Stream.of(
                        client.isStandardFlowEnabled() && isCli ? Stream.of("Standard flow") : Stream.<String>empty(),
                        client.isImplicitFlowEnabled() ? Stream.of("Implicit flow") : Stream.<String>empty(),
                        GRANTS.keySet().stream()
                                .filter(grant -> Boolean.parseBoolean(client.getAttribute(grant)))
                                .flatMap(grant -> Stream.ofNullable(GRANTS.get(grant))))
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        return on.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "console_changed",
                        RealmElement.client(client),
                        ParameterizedText.of(
                                "flow",
                                "is Keycloak's own, and its tokens vote, or ask for access for any client; it has ways to"
                                        + " a token on that Keycloak leaves off, {flows}: switch them off",
                                ParameterizedText.naming("flows", on))));
    }
}
