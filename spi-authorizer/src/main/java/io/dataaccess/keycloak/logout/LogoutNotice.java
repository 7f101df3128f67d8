/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.logout;

import org.keycloak.Token;

/**
 * What a client is told about a session that has ended.
 *
 * @param token to be signed when it is sent
 */
record LogoutNotice(String url, Token token, Receiver receiver) {

    enum Receiver {
        /** As OpenID Connect Back-Channel Logout 1.0 wants it. */
        APPLICATION,
        /** One of Keycloak's own adapters. */
        ADAPTER
    }
}
