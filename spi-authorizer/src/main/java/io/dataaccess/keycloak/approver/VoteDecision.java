/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

/** What an approver says. */
public enum VoteDecision {
    APPROVE,
    DENY
}
