/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.configuration.Lock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is refused until it is approved that it no longer is.
 *
 * @param kind category, jurisdiction or scope
 * @param by the id of the user who locked it
 */
@Schema(name = "Lock")
public record LockRepresentation(String id, String kind, String name, String reason, String by, String at) {

    static LockRepresentation of(Lock lock) {
        return new LockRepresentation(
                lock.id(),
                lock.kind().code(),
                lock.target(),
                lock.reason(),
                lock.by(),
                lock.at().toString());
    }
}
