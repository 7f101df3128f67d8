/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import java.util.Map;
import java.util.Set;

/** The cases that some records are of: few, however many records there are. */
public interface ContextIndex {

    /** By key, each with the matter of one of its records: of the others, only the subject may differ. */
    Map<String, ApprovalContext> contexts();

    /** The subjects (user ids) of the records of these cases, by key. */
    Map<String, Set<String>> subjects(Set<String> contexts);
}
