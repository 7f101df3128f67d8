/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.configuration.Configuration;

/**
 * The configuration that decides in a realm.
 *
 * @param version counts what was approved; 0 where nothing was yet
 * @param content with the locks
 * @param required whether changes need an approval
 * @param unreadable what of it decides nothing
 */
public record InForce(long version, Configuration content, boolean required, Unreadable unreadable) {

    /** How this would lessen the protection of data in its place. */
    public Lowering lowering(ProposedConfiguration proposed) {
        return Lowering.of(content, unreadable, proposed.content(), required && !proposed.required());
    }
}
