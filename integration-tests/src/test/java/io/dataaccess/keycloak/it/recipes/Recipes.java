/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import java.nio.file.Path;

/** Where the recipes lie. */
final class Recipes {

    private Recipes() {}

    static Path file(String path) {
        return root().resolve("recipes").resolve(path);
    }

    static Path root() {
        return Path.of(System.getProperty("realm.file")).resolve("../../..").normalize();
    }
}
