/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static io.dataaccess.keycloak.change.ConfiguredLevels.values;

import io.dataaccess.keycloak.configuration.ConfiguredElement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a policy that takes the place of another protects less by. */
final class PolicyComparison {

    /** All that matters where nobody has to approve. */
    private static final Set<String> WITHOUT_APPROVAL = Set.of("eligibility", "maxTokenLifespan");

    private PolicyComparison() {}

    /** The fields that say something else. */
    static List<String> changed(ConfiguredElement before, ConfiguredElement after) {
        Set<String> fields = new TreeSet<>(before.config().keySet());
        fields.addAll(after.config().keySet());
        return fields.stream()
                .filter(field -> !values(before, field).equals(values(after, field)))
                .toList();
    }

    /** Whether one of these fields lessens what the policy protects. */
    static boolean isLessened(String field, ConfiguredElement before, ConfiguredElement after) {
        return !FieldComparison.isHarmless(field, values(before, field), values(after, field));
    }

    /** Whether data that falls under another policy now is protected at least as well, whatever level that one is for. */
    static boolean isAtLeastAsStrict(ConfiguredElement before, ConfiguredElement after) {
        Stream<String> fields = changed(before, after).stream().filter(field -> !ConfiguredLevels.isLevel(field));
        boolean nobody = FieldComparison.isNobody(values(before, FieldComparison.REQUIRED_APPROVALS));
        return fields.filter(field -> !nobody || WITHOUT_APPROVAL.contains(field))
                .noneMatch(field -> isLessened(field, before, after));
    }
}
