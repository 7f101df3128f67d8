/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.web.InvalidCallException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The client scope {@code data-access}: with it an application asks, shows and ends access for its users. A token that
 * was made for some API opens nothing here, whoever got hold of it.
 */
final class RequesterScope {

    static final String NAME = "data-access";

    private RequesterScope() {}

    /**
     * Both must hold: the claim alone could be a mapper's work, and the assignment alone is nothing that the application
     * asked for.
     *
     * @param scopes what the token has in its claim of that name: names separated by blanks, or null
     * @throws InvalidCallException when the scope is not assigned to the client now, or does not stand in the token
     */
    static void require(ClientModel client, @Nullable String scopes) {
        if (!isAssigned(client) || scopes == null || !List.of(scopes.split(" ")).contains(NAME)) {
            throw InvalidCallException.insufficientScope(NAME);
        }
    }

    private static boolean isAssigned(ClientModel client) {
        return client.getClientScopes(true).containsKey(NAME)
                || client.getClientScopes(false).containsKey(NAME);
    }
}
