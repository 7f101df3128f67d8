/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import io.dataaccess.keycloak.it.bulk.Endpoint.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All REST endpoints of the contract. */
final class Endpoints {

    private static final List<String> STAFF = List.of(
            "avery@admin-cli",
            "sam@admin-cli",
            "olga@admin-cli",
            "pat@admin-cli",
            "lin@admin-cli",
            "avery@sample-app",
            "their avery@admin-cli",
            "");
    private static final List<String> REQUESTERS =
            List.of("lin@sample-app", "lin@sample-app", "chen@sample-app", "their lin@sample-app", "");
    private static final List<String> DATES = List.of(
            "2026-01-01",
            "2026-11-22T00:00:00Z",
            "9999-12-31",
            "0001-01-01",
            "2026-01-01T00:00:00+01:00",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z");
    private static final Map<String, List<String>> PAGE = Map.of(
            "first", List.of("0", "1", "-1", "2147483647", "2147483648", "999999999", "1e3", "0x10"),
            "max", List.of("1", "100", "101", "0", "-1", "2147483647", "00000001"));
    private static final Map<String, List<String>> SELECTION = Map.of(
            "subject", List.of("lin", "maria", "service-account-batch", "LIN"),
            "clientId", List.of("sample-app", "batch", "nothing"),
            "scope", List.of("us-contact", "eu-contact", "email"),
            "dateFrom", DATES,
            "dateTo", DATES);
    private static final Map<String, List<String>> OF_REQUESTS = Map.of(
            "status", List.of("PENDING", "EXPIRED", "pending"),
            "decidable", List.of("true", "false", "TRUE"),
            "sensitivity", List.of("CONFIDENTIAL", "SECRET"),
            "bundle", List.of("x", "00000000-0000-0000-0000-000000000000"),
            "search", List.of("legal", "%", "_", "court", "marker"),
            "sort", List.of("-createdAt", "expiresAt", "createdAt,expiresAt", "subject", "x.id; --"));

    private Endpoints() {}

    /**
     * With good bodies, to start from.
     *
     * @param known ids that exist, of requests and grants
     * @param open of requests that may be decided
     */
    static List<Endpoint> all(List<String> known, List<String> open) {
        Use staff = new Use(STAFF, known);
        Use requesters = new Use(REQUESTERS, known);
        return List.of(
                Endpoint.admin("GET", "me", Map.of(), staff),
                Endpoint.admin("GET", "requests", together(SELECTION, OF_REQUESTS, PAGE), staff),
                Endpoint.admin("GET", "requests/count", together(SELECTION, OF_REQUESTS), staff),
                Endpoint.admin("GET", "requests/*", Map.of(), staff),
                Endpoint.admin("POST", "requests/*/votes", Map.of(), staff).with(vote("APPROVE")),
                Endpoint.admin(
                                "POST",
                                "requests/*/votes",
                                Map.of(),
                                new Use(List.of("avery@admin-cli", "dana@admin-cli"), open))
                        .with(vote("DENY")),
                Endpoint.admin(
                        "GET", "grants", together(SELECTION, Map.of("active", List.of("true", "no")), PAGE), staff),
                Endpoint.admin(
                        "GET", "grants/count", together(SELECTION, Map.of("active", List.of("true", "no"))), staff),
                // Neither who may not revoke, nor what is no grant
                Endpoint.admin(
                                "POST",
                                "grants/*/revoke",
                                Map.of(),
                                new Use(List.of("avery@admin-cli", "olga@admin-cli"), known))
                        .with(Map.of("reason", "\"The case is closed\"")),
                Endpoint.admin("POST", "grants/*/revoke", Map.of(), new Use(List.of("pat@admin-cli"), open))
                        .with(Map.of("reason", "\"The case is closed\"")),
                Endpoint.admin("GET", "classification", Map.of(), staff),
                Endpoint.admin(
                        "GET", "changes", together(Map.of("status", List.of("PENDING", "pending")), PAGE), staff),
                Endpoint.admin("GET", "changes/count", Map.of("status", List.of("EXPIRED", "no")), staff),
                Endpoint.admin("GET", "changes/*", Map.of(), staff),
                Endpoint.admin("POST", "changes/*/votes", Map.of(), staff)
                        .with(Map.of("decision", "\"APPROVE\"", "comment", "\"Seen\"")),
                Endpoint.admin("GET", "locks", Map.of(), staff),
                Endpoint.admin("POST", "decisions", Map.of(), staff)
                        .with(Map.of("subject", "\"lin\"", "clientId", "\"sample-app\"", "scope", "\"us-contact\"")),
                Endpoint.self(
                        "GET", "scopes", Map.of("clientId", List.of("sample-app", "batch", "account")), requesters),
                Endpoint.self("GET", "requests", PAGE, requesters),
                Endpoint.self("GET", "requests/*", Map.of(), requesters),
                Endpoint.self("POST", "requests", Map.of(), requesters).with(asking()),
                Endpoint.self("DELETE", "requests/*", Map.of(), requesters),
                Endpoint.self("GET", "grants", PAGE, requesters),
                Endpoint.self("DELETE", "grants/*", Map.of(), requesters));
    }

    private static Map<String, String> vote(String decision) {
        return Map.of("decision", "\"" + decision + "\"", "comment", "\"As the court says\"", "duration", "\"PT30M\"");
    }

    private static Map<String, String> asking() {
        return Map.of(
                "clientId", "\"sample-app\"",
                "scope", "\"us-contact\"",
                "purpose", "\"legal-request\"",
                "justification", "\"A court asks for one user\"",
                "ticket", "\"LEG-1\"",
                "duration", "\"PT1H\"",
                "urgent", "true",
                "subject", "\"lin\"");
    }

    @SafeVarargs
    private static Map<String, List<String>> together(Map<String, List<String>>... parts) {
        Map<String, List<String>> all = new HashMap<>();
        for (Map<String, List<String>> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
