/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

/** How sensitive data is, in ascending order. */
public enum Sensitivity {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    public boolean isAtLeast(Sensitivity other) {
        return compareTo(other) >= 0;
    }
}
