/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * What kind of account a user is.
 *
 * @param enabled whether the user may log in
 * @param serviceAccount whether this is the service account of a client
 * @param transientUser whether it is made for one login and gone with it: the same person is somebody else next time
 * @param approver whether it has the realm role of approvers, itself, by a group or within another role
 * @param serviceOwner whether it has the one of those who ask for service accounts, in the same way
 */
public record Account(
        boolean enabled, boolean serviceAccount, boolean transientUser, boolean approver, boolean serviceOwner) {

    /** Whether a vote of this account can count: a client's never does, whoever holds its secret could be several. */
    public boolean mayApprove() {
        return enabled && !serviceAccount && approver;
    }
}
