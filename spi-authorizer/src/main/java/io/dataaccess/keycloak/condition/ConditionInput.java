/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import io.dataaccess.keycloak.access.Person;
import java.util.Optional;

/**
 * What a condition is evaluated on.
 *
 * @param approver empty outside approvals: a condition that needs one is then {@link ConditionResult#UNKNOWN}
 */
public record ConditionInput(Person subject, Optional<Person> approver, Environment environment) {}
