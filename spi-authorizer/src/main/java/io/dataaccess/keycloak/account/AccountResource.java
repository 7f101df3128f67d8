/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import jakarta.ws.rs.Path;

/** What requesters call. */
public final class AccountResource {

    private final AccountCall call;

    AccountResource(AccountCall call) {
        this.call = call;
    }

    @Path("scopes")
    public AccountScopesResource scopes() {
        return new AccountScopesResource(call);
    }

    @Path("service-accounts")
    public ServiceAccountsResource serviceAccounts() {
        return new ServiceAccountsResource(call);
    }

    @Path("requests")
    public AccountRequestsResource requests() {
        return new AccountRequestsResource(call);
    }

    @Path("log")
    public LogResource log() {
        return new LogResource(call);
    }

    @Path("grants")
    public AccountGrantsResource grants() {
        return new AccountGrantsResource(call);
    }
}
