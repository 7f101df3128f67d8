/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;

/**
 * What the database keeps unique so that at most one request is pending per access. Partial indexes are not portable:
 * so a pending request has the hash of its access, any other its own id.
 */
final class PendingKey {

    private PendingKey() {}

    static String of(String realmId, AccessRequest request) {
        return request.state().status() == RequestStatus.PENDING ? of(realmId, request.access()) : request.id();
    }

    static String of(String realmId, Access access) {
        return Fingerprint.of(
                realmId,
                access.subject().id(),
                access.client().id(),
                access.scope().id());
    }
}
