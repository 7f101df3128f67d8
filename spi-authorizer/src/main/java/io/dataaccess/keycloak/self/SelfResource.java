/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.self;

import jakarta.ws.rs.Path;

/** What requesters call. */
public final class SelfResource {

    private final Call call;

    SelfResource(Call call) {
        this.call = call;
    }

    @Path("scopes")
    public SelfScopesResource scopes() {
        return new SelfScopesResource(call);
    }

    @Path("service-accounts")
    public ServiceAccountsResource serviceAccounts() {
        return new ServiceAccountsResource(call);
    }

    @Path("requests")
    public SelfRequestsResource requests() {
        return new SelfRequestsResource(call);
    }

    @Path("grants")
    public SelfGrantsResource grants() {
        return new SelfGrantsResource(call);
    }
}
