/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** The guarded scopes that a client may ask for: its default and its optional ones. */
public final class AssignedScopes {

    private AssignedScopes() {}

    public static List<GuardedScope> of(ClientModel client) {
        return ScopeCatalog.guarded(Stream.concat(
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
