/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the database keeps unique so that at most one request is pending per access. Partial indexes are not portable:
 * so a pending request has the hash of its access, any other its own id.
 */
final class PendingKey {

    private PendingKey() {}

    static String of(String realmId, AccessRequest request) {
        return request.course().status() == RequestStatus.PENDING ? of(realmId, request.access()) : request.id();
    }

    static String of(String realmId, Access access) {
        String ids = String.join(
                "\0",
                realmId,
                access.subject().id(),
                access.client().id(),
                access.scope().id());
        return HexFormat.of().formatHex(sha256().digest(ids.getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
