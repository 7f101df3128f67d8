/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import java.util.Map;
import java.util.Set;

/** The approval contexts of a realm's records: few, however many records there are. */
public interface ContextIndex {

    /** By key, with nobody as the subject: the records of a context may differ in that. */
    Map<String, ApprovalContext> contexts();

    /** The subjects (user ids) of those records of these contexts that a list is about, by key. */
    Map<String, Set<String>> subjects(Set<String> contexts);
}
