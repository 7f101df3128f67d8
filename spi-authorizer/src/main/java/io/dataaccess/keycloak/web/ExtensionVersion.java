/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import java.util.Optional;

/** The version of this extension, from the manifest of its jar. */
public final class ExtensionVersion {

    private ExtensionVersion() {}

    /** Empty where the classes are in no jar of ours. */
    public static Optional<String> current() {
        return Optional.ofNullable(ExtensionVersion.class.getPackage().getImplementationVersion());
    }
}
