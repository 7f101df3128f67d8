/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Level;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** Reads what a policy is for, also of one that cannot be read as a whole. */
final class Levels {

    private Levels() {}

    /** Empty when it cannot be told. */
    static Optional<Level> of(ComponentModel policy) {
        try {
            return Optional.of(new ComponentConfig(policy).level());
        } catch (InvalidComponentException unreadable) {
            return Optional.empty();
        }
    }
}
