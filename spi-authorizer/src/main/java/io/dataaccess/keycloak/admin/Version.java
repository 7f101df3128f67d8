/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import java.util.Optional;

/** The version of this extension, from the manifest of its jar. */
final class Version {

    private Version() {}

    /** Empty where the classes are in no jar of ours. */
    static Optional<String> current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    }
}
