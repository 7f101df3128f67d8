/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.classification.Matter;

/** A record that approvers may see or not. */
interface OfCase {

    /** As stored: records from before there were cases have their own id. */
    String caseKey();

    Matter matter();
}
