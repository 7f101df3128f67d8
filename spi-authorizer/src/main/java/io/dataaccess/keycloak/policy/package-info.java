/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Approval policies and the decision: the ordered rules that allow a guarded scope or refuse it with a reason.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.policy;
