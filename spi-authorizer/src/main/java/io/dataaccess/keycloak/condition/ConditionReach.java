/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

/** Whom a condition can be true for. */
public enum ConditionReach {
    /** Only people of whom something holds that it says: it lists who is meant. */
    LISTED,
    /** Also people of whom nothing holds that it says: it lists who is not meant, and lets everybody else in. */
    UNLISTED,
    /** Also people who have an attribute, whatever it says: it asks for no value. */
    PRESENT,
    /** Anybody: it says nothing about the person. */
    EVERYBODY
}
