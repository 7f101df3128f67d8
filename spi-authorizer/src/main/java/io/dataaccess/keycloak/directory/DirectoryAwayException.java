/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import org.keycloak.models.ModelException;

/** Who may approve cannot be said now: a directory of people does not answer, and may know of others. */
public final class DirectoryAwayException extends ModelException {

    private static final long serialVersionUID = 1L;

    DirectoryAwayException() {
        super("A directory of people does not answer, and may know of other approvers");
    }
}
