/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.EndedRecords;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.RealmLifecycle;
import java.util.Optional;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.ClientScopeModel.ClientScopeRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * What is deleted ends the grants and requests that rest on it; their records stay, those of a deleted realm as well, which may
 * come back to them.
 */
final class RemovalListener implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserRemovedEvent user) {
            AccessFilter target =
                    new AccessFilter(Optional.of(user.getUser().getId()), Optional.empty(), Optional.empty());
            end(user.getKeycloakSession(), user.getRealm(), target, "user deleted");
        } else if (event instanceof ClientRemovedEvent client) {
            AccessFilter target = new AccessFilter(
                    Optional.empty(), Optional.of(client.getClient().getId()), Optional.empty());
            end(client.getKeycloakSession(), client.getClient().getRealm(), target, "client deleted");
        } else if (event instanceof ClientScopeRemovedEvent scope) {
            removed(scope);
        } else if (event instanceof RealmPostCreateEvent realm) {
            RealmLifecycle.created(realm.getKeycloakSession(), realm.getCreatedRealm());
        } else if (event instanceof RealmRemovedEvent realm) {
            RealmLifecycle.removed(realm.getKeycloakSession(), realm.getRealm());
        }
    }

    /** User and client take their sessions with them; a scope does not. */
    private static void removed(ClientScopeRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getClientScope().getRealm();
        AccessFilter target = new AccessFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(event.getClientScope().getId()));
        end(session, realm, target, "scope deleted").grants().stream()
                .map(AccessGrant::access)
                .forEach(DataAccess.of(session, realm).sessions()::end);
    }

    private static EndedRecords end(KeycloakSession session, RealmModel realm, AccessFilter target, String reason) {
        DataAccess access = DataAccess.of(session, realm);
        EndedRecords ended = access.accessEnding().endAll(target, reason);
        access.userEvents().withdrawn(ended, reason);
        return ended;
    }
}
