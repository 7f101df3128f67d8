/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import java.time.Instant;

/** What decides in the realm, and how something else comes to. Everything happens in the caller's transaction. */
public interface ConfigurationInForce {

    InForce current();

    /** The one that decides now; nobody else puts another in its place until the transaction ends. */
    InForce lock();

    /** Lets what was approved decide from now on, in the realm and in the record of what was approved. */
    void apply(ChangeRequest approved, Instant at);
}
