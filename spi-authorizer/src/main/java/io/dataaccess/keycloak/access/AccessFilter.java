/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Optional;

/**
 * Whose access, through what, to what. What is empty does not restrict; each is matched by id.
 *
 * @param subject user id
 * @param client internal client id
 * @param scope client scope id
 */
public record AccessFilter(Optional<String> subject, Optional<String> client, Optional<String> scope) {

    /** No restriction. */
    public static final AccessFilter ANY = new AccessFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Exactly this access. */
    public static AccessFilter of(Access access) {
        return new AccessFilter(
                Optional.of(access.subject().id()),
                Optional.of(access.client().id()),
                Optional.of(access.scope().id()));
    }
}
