/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that is refused before any rule of ours is asked. */
public final class InvalidCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String SCOPE = "scope";

    private final int status;
    private final String code;
    private final transient Map<String, String> parameters;

    public InvalidCallException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    private InvalidCallException(int status, String code, String message, Map<String, String> parameters) {
        super(message);
        this.status = status;
        this.code = code;
        this.parameters = parameters;
    }

    public static InvalidCallException invalid(String message) {
        return new InvalidCallException(400, "invalid_request", message);
    }

    public static InvalidCallException forbidden(String code, String message) {
        return new InvalidCallException(403, code, message);
    }

    /** A token that was made for something else: RFC 6750 names the scope that opens this. */
    public static InvalidCallException insufficientScope(String scope) {
        return new InvalidCallException(
                403,
                "insufficient_scope",
                "This token was not made for this: ask for the scope " + scope,
                Map.of(SCOPE, scope));
    }

    /** The call has a parameter in its query that is none of these. */
    static InvalidCallException unknownParameter(List<String> known) {
        String message = known.isEmpty()
                ? "This call has no query parameters"
                : "A query parameter is unknown; the parameters are " + String.join(", ", known);
        return new InvalidCallException(400, "unknown_parameter", message);
    }

    /** Whoever calls has none of these roles. */
    public static InvalidCallException missingRole(String code, String... roles) {
        String any = String.join(", ", roles);
        return new InvalidCallException(403, code, "You need one of these roles: " + any, Map.of("roles", any));
    }

    public static InvalidCallException notFound() {
        return new InvalidCallException(404, "not_found", "There is no such thing, or it is not yours to see");
    }

    public static InvalidCallException unauthorized() {
        return new InvalidCallException(401, "invalid_token", "A valid bearer token is needed");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** RFC 6750. */
    Optional<String> challenge() {
        String missingScope = parameters.get(SCOPE);
        if (missingScope != null) {
            return Optional.of(BearerChallenge.bearer(code, missingScope));
        }
        return status == 401 ? Optional.of(BearerChallenge.bearer(code)) : Optional.empty();
    }
}
