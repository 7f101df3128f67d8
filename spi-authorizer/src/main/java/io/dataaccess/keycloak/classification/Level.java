/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

/**
 * What an approval policy is made for.
 *
 * @param jurisdiction such as {@code US}; not blank
 */
public record Level(String jurisdiction, Sensitivity sensitivity) {

    public Level {
        if (jurisdiction.isBlank()) {
            throw new IllegalArgumentException("A level needs a jurisdiction");
        }
    }
}
