/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who may approve and see: the sets of approvers that the policies name, their votes and the quorum, and whether enough
 * people exist at all. Depends on policy.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.approver;
