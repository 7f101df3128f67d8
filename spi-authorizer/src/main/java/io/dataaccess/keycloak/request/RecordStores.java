/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantStore;

/** What is kept. */
public record RecordStores(RequestStore requests, GrantStore grants) {

    AccessGrant stored(AccessGrant grant) {
        grants.update(grant);
        return grant;
    }
}
