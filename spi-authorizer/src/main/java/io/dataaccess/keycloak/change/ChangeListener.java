/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.approver.Vote;

/** Hears what happens to change requests once it is stored, in the transaction it happens in: a failure undoes both. */
public interface ChangeListener {

    void proposed(ChangeRequest change);

    void voted(ChangeRequest change, Vote vote);

    /** Enough have approved, or somebody has denied. */
    void decided(ChangeRequest change);

    void cancelled(ChangeRequest change);
}
