/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.web.AssignedScopes;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** For whom a caller may file: themselves, and as an owner of service accounts for those. */
final class ServiceAccounts {

    private final AccountCall call;
    private final AccountCaller caller;

    ServiceAccounts(AccountCall call, AccountCaller caller) {
        this.call = call;
        this.caller = caller;
    }

    /** Those whose client has a guarded scope; none for somebody who owns none. */
    Stream<ServiceAccountRepresentation> all() {
        return caller.ownsServices(call.session())
                ? call.realm()
                        .getClientsStream()
                        .filter(ClientModel::isEnabled)
                        .filter(ClientModel::isServiceAccountsEnabled)
                        .filter(client -> caller.isFor(client.getClientId()))
                        .filter(client -> !AssignedScopes.of(client).isEmpty())
                        .sorted(Comparator.comparing(ClientModel::getClientId))
                        .flatMap(client -> Stream.ofNullable(
                                        call.session().users().getServiceAccount(client))
                                .map(account -> ServiceAccountRepresentation.of(account, client)))
                : Stream.empty();
    }

    /**
     * The caller, or the service account of this name.
     *
     * @param username null for the caller
     * @throws RejectedException when they may not file for it, or there is none
     */
    UserModel subject(@Nullable String username) {
        if (username == null || username.equals(caller.user().getUsername())) {
            return caller.user();
        }
        if (!caller.ownsServices(call.session())) {
            throw new RejectedException(
                    Rejection.NOT_A_SERVICE_OWNER,
                    "You may ask for yourself only, not for service accounts: that needs the role "
                            + DataAccessRoles.SERVICE_OWNER);
        }
        return Optional.ofNullable(call.session().users().getUserByUsername(call.realm(), username))
                .filter(user -> user.getServiceAccountClientLink() != null)
                .orElseThrow(
                        () -> new RejectedException(Rejection.UNKNOWN_SUBJECT, "There is no such service account"));
    }
}
