/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/**
 * A service account that the caller may file for.
 *
 * @param username the {@code subject} of a request for it
 * @param clientId its client
 * @param clientName how that is called
 */
@Schema(name = "ServiceAccount")
public record ServiceAccountRepresentation(String username, String clientId, String clientName) {

    static ServiceAccountRepresentation of(UserModel account, ClientModel client) {
        return new ServiceAccountRepresentation(
                account.getUsername(), client.getClientId(), RequestableScopes.name(client));
    }
}
