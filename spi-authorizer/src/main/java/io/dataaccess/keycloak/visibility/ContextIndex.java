/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import java.util.Map;
import java.util.Set;

/** The approval contexts of some records: few, however many records there are. */
public interface ContextIndex {

    /** By key, each with the approval context of one of its records: of the others, only the subject may differ. */
    Map<String, ApprovalContext> contexts();

    /** The subjects (user ids) of the records of these contexts, by key. */
    Map<String, Set<String>> subjects(Set<String> contexts);
}
