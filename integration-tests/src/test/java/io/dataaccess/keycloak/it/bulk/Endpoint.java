/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of our REST endpoints.
 *
 * @param path after the realm, with {@code *} for an id
 * @param parameters of its query
 * @param body a good one: JSON by name of the field
 * @param use who calls it, with which ids among others
 */
record Endpoint(String method, String path, Map<String, List<String>> parameters, Map<String, String> body, Use use) {

    /** Always in the same order, so that a seed always gives the same cases. */
    Endpoint {
        parameters = new TreeMap<>(parameters);
        body = new TreeMap<>(body);
    }

    private static final String ADMIN = "/admin/realms/";
    private static final String SELF = "/realms/";

    /** Who calls it, about what. */
    record Use(List<String> callers, List<String> ids) {}

    static Endpoint admin(String method, String path, Map<String, List<String>> parameters, Use use) {
        return new Endpoint(method, ADMIN + "?/data-access/" + path, parameters, Map.of(), use);
    }

    static Endpoint self(String method, String path, Map<String, List<String>> parameters, Use use) {
        return new Endpoint(method, SELF + "?/data-access/" + path, parameters, Map.of(), use);
    }

    Endpoint with(Map<String, String> good) {
        return new Endpoint(method, path, parameters, good, use);
    }

    boolean takesBody() {
        return !body.isEmpty();
    }

    String target(String realm, String id) {
        return path.replace("?", realm).replace("*", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
