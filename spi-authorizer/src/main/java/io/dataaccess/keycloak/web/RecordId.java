/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

/** The id of a request or grant as it stands in a path. */
public final class RecordId {

    private RecordId() {}

    /**
     * The id, if it can be one at all.
     *
     * @throws InvalidCallException when nothing can have it
     */
    public static String checked(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,36}")) {
            throw InvalidCallException.notFound();
        }
        return id;
    }
}
