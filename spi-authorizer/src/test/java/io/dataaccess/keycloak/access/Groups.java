/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** The groups of the demo realm. */
public final class Groups {

    private Groups() {}

    public static GroupRef usSecurity() {
        return named("us-security");
    }

    public static GroupRef dataOwners() {
        return named("data-owners");
    }

    public static GroupRef euPrivacy() {
        return named("eu-privacy");
    }

    public static GroupRef named(String name) {
        return new GroupRef("id-of-" + name, "/" + name);
    }
}
