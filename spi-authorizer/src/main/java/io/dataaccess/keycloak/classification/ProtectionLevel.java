/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

/**
 * What an approval policy is made for.
 *
 * @param jurisdiction such as {@code US}; not blank
 */
public record ProtectionLevel(String jurisdiction, Sensitivity sensitivity) {

    public ProtectionLevel {
        if (jurisdiction.isBlank()) {
            throw new IllegalArgumentException("A level needs a jurisdiction");
        }
    }
}
