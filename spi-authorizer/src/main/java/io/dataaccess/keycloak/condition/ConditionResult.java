/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

/** What came out of a condition. Only {@link #TRUE} ever allows anything. */
public enum ConditionResult {
    TRUE,
    FALSE,
    /** Could not be evaluated: an attribute is missing, a bound was reached, or it failed in any other way. */
    UNKNOWN;

    static ConditionResult of(Object result) {
        return result instanceof Boolean answer ? (answer ? TRUE : FALSE) : UNKNOWN;
    }
}
