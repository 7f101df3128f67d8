/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.condition.Condition;

/** Who may ask, and who need not. */
public record Admission(Condition eligibility, Condition exemption) {}
