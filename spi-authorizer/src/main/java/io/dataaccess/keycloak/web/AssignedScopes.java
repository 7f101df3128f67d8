/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.request.RejectedException;
import io.dataaccess.keycloak.request.Rejection;
import io.dataaccess.keycloak.session.DataAccess;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** The guarded scopes that a client may ask for: its default and its optional ones. */
public final class AssignedScopes {

    private AssignedScopes() {}

    public static List<GuardedScope> of(ClientModel client) {
        return DataAccess.guarded(Stream.concat(
                client.getClientScopes(true).values().stream(), client.getClientScopes(false).values().stream()));
    }

    /**
     * The one of this name.
     *
     * @throws RejectedException when there is none
     */
    public static GuardedScope named(ClientModel client, String name) {
        return of(client).stream()
                .filter(scope -> scope.ref().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RejectedException(Rejection.UNKNOWN_SCOPE, "The client has no guarded scope of this name"));
    }
}
