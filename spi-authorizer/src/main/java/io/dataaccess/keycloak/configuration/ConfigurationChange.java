/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import java.util.List;
import java.util.Locale;

/**
 * One field that two configurations do not have in common: {@code maxDuration} of the approval policy {@code us-confidential}, from
 * {@code PT8H} to {@code PT24H} say. What is new or gone as a whole has such a line for each of its fields.
 *
 * @param name of the element; of a setting, what the setting is called
 * @param field empty where it is about the element as a whole
 * @param from the values before; none where there were none
 * @param to the values after; none where there are none
 */
public record ConfigurationChange(Kind kind, String name, What what, String field, List<String> from, List<String> to) {

    /** What is different. */
    public enum Kind {
        DATA_CATEGORY,
        APPROVAL_POLICY,
        CLIENT_SCOPE,
        SETTING,
        LOCK;

        /** For programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of the element. */
    public enum What {
        ADDED,
        REMOVED,
        CHANGED
    }

    public ConfigurationChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
