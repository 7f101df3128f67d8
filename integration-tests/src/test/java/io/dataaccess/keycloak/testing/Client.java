/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.util.HashMap;
import java.util.Map;

/** A client as it authenticates itself; a public one has no secret. */
public record Client(String id, String secret) {

    public static final Client SAMPLE_APP = new Client("sample-app", "sample-app-secret");
    public static final Client SAMPLE_API = new Client("sample-api", "sample-api-secret");
    public static final Client BATCH = new Client("batch", "batch-secret");
    public static final Client CLI = new Client("cli", "");
    /** Keycloak's own; its tokens may vote in the demo realm. */
    public static final Client ADMIN_CLI = new Client("admin-cli", "");

    Map<String, String> with(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", id);
        if (!secret.isEmpty()) {
            all.put("client_secret", secret);
        }
        return all;
    }
}
