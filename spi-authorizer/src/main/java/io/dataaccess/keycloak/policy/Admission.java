/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.condition.Condition;

/**
 * Who may ask, and who need not.
 *
 * @param notice whether a login says once more what it opens, before it goes on
 */
public record Admission(Condition eligibility, Condition exemption, boolean notice) {}
