/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.transparency.format.MalformedException;
import org.keycloak.models.RealmModel;

/** What the attributes of a realm say of its log, in the words of the configuration's page. */
public final class LogAttributes {

    private LogAttributes() {}

    public static String witnesses(RealmModel realm) {
        try {
            return LogWitnesses.of(realm).isPresent() ? "witnesses" : "no witnesses";
        } catch (MalformedException e) {
            return LogWitnesses.areNamedIn(realm) ? "witnesses that nobody reaches" : "no witnesses";
        }
    }
}
