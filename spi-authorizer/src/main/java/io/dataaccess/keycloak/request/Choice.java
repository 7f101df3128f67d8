/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/** What an approver says. */
public enum Choice {
    APPROVE,
    DENY
}
