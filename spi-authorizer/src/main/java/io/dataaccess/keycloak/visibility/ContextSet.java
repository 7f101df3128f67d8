/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import java.util.Map;
import java.util.Set;

/**
 * Some approval contexts, by their keys. Records of one context differ in nothing that who may see or decide them depends on, save
 * perhaps the subject.
 *
 * @param whole those meant whoever the subject is
 * @param bySubject those meant for these subjects (user ids) only
 */
public record ContextSet(Set<String> whole, Map<String, Set<String>> bySubject) {

    public static final ContextSet NONE = new ContextSet(Set.of(), Map.of());

    public ContextSet {
        whole = Set.copyOf(whole);
        bySubject = Map.copyOf(bySubject);
    }
}
