/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static io.dataaccess.keycloak.catalog.PolicyFields.REQUIRED_APPROVALS;

import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads who must approve. That nobody must is said in so many words, and of PUBLIC data only. */
final class RequiredApprovals {

    private static final String NONE = "none";

    private RequiredApprovals() {}

    /**
     * Number of people by group path; empty where nobody must approve.
     *
     * @throws InvalidComponentException when it says neither that nor groups
     */
    static Map<String, Integer> read(ComponentConfig config, Sensitivity sensitivity) {
        List<String> entries = config.list(REQUIRED_APPROVALS);
        if (!entries.contains(NONE)) {
            return groups(entries);
        }
        if (entries.size() > 1) {
            throw new InvalidComponentException(
                    REQUIRED_APPROVALS, "none_and_more", "says none, and more: write one or the other");
        }
        if (sensitivity.isAtLeast(Sensitivity.INTERNAL)) {
            throw new InvalidComponentException(
                    REQUIRED_APPROVALS,
                    "none_not_public",
                    "says none, which only a policy for PUBLIC data may: write groups with numbers");
        }
        return Map.of();
    }

    private static Map<String, Integer> groups(List<String> entries) {
        Map<String, Integer> required = new HashMap<>();
        for (String entry : entries) {
            int split = entry.lastIndexOf('=');
            String path = split < 0 ? entry : entry.substring(0, split).strip();
            String number = split < 0 ? "" : entry.substring(split + 1).strip();
            if (!path.startsWith("/") || path.length() < 2 || !number.matches("[1-9][0-9]{0,2}")) {
                throw new InvalidComponentException(
                        REQUIRED_APPROVALS,
                        "no_group",
                        "'{entry}' is no group path with a number, such as /us-security=2",
                        ParameterizedText.naming("entry", entry));
            }
            if (required.put(path, Integer.parseInt(number)) != null) {
                throw new InvalidComponentException(
                        REQUIRED_APPROVALS,
                        "group_twice",
                        "names {group} twice",
                        ParameterizedText.naming("group", path));
            }
        }
        return required;
    }
}
