/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** The clients of the demo realm. */
public final class Clients {

    private Clients() {}

    public static ClientRef sampleApp() {
        return named("sample-app");
    }

    public static ClientRef batch() {
        return named("batch");
    }

    public static ClientRef named(String clientId) {
        return new ClientRef("id-of-" + clientId, clientId);
    }
}
