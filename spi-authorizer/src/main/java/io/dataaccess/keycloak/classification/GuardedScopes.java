/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import java.util.Optional;

/** The realm's guarded scopes, as of now. */
public interface GuardedScopes {

    /** The guarded scope with this id; empty when it is gone or lists no categories any more. */
    Optional<GuardedScope> guardedScope(String scopeId);
}
