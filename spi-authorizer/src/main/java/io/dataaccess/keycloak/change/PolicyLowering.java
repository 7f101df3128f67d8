/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static java.util.stream.Collectors.toCollection;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changed policies protect less. */
final class PolicyLowering {

    private final ConfiguredLevels before;
    private final ConfiguredLevels after;
    private final Unreadable unreadable;
    private final List<Lowered> found = new ArrayList<>();

    PolicyLowering(ConfiguredLevels before, ConfiguredLevels after, Unreadable unreadable) {
        this.before = before;
        this.after = after;
        this.unreadable = unreadable;
    }

    List<Lowered> find() {
        ConfiguredLevels.names(before.content().policies(), after.content().policies())
                .forEach(this::compare);
        after.levels().forEach(this::compare);
        return found;
    }

    private void compare(String name) {
        List<ConfiguredElement> were = ConfiguredLevels.named(before.content().policies(), name);
        List<ConfiguredElement> are = ConfiguredLevels.named(after.content().policies(), name);
        if (were.equals(are) || were.isEmpty() || are.isEmpty()) {
            return;
        }
        Set<String> both =
                before.jurisdictions(Stream.concat(were.stream(), are.stream()).toList());
        if (were.size() > 1 || are.size() > 1) {
            both.forEach(jurisdiction ->
                    add(jurisdiction, "policy_twice", name, "There are several policies " + name + " before or after"));
        } else if (unreadable.policies().contains(name)) {
            both.forEach(jurisdiction -> add(
                    jurisdiction,
                    "policy_unreadable",
                    name,
                    "Nothing was decided by " + name + ", which could not be read"));
        } else {
            compareFields(were.get(0), are.get(0), both);
        }
    }

    private void compareFields(ConfiguredElement was, ConfiguredElement is, Set<String> both) {
        String name = was.name();
        for (String field : PolicyComparison.changed(was, is)) {
            if (ConfiguredLevels.isLevel(field)) {
                both.forEach(jurisdiction -> add(
                        jurisdiction, "policy_moved", name, name + " is for other data now: " + field + " is changed"));
            } else if (PolicyComparison.isLessened(field, was, is)) {
                before.jurisdictions(List.of(was))
                        .forEach(jurisdiction -> found.add(Lowered.of(
                                jurisdiction,
                                Set.of(name),
                                "policy_field",
                                name,
                                field + " of " + name + " is changed, and not surely to something stricter")));
            }
        }
    }

    /** Where one policy decides alone, it has to be the one that decided alone before. */
    private void compare(ProtectionLevel level) {
        Set<String> were = names(before.policiesOf(level));
        Set<String> are = names(after.policiesOf(level));
        if (were.equals(are)) {
            return;
        }
        String name = String.join(", ", are);
        String data = level.jurisdiction() + " " + level.sensitivity();
        add(
                level.jurisdiction(),
                were.isEmpty() ? "policy_new" : "policy_replaced",
                name,
                were.isEmpty()
                        ? "Nobody could get " + data + " data, for it had no policy; now it has " + name
                        : data + " data falls under " + name + ", no longer under " + String.join(", ", were));
    }

    private void add(String jurisdiction, String kind, String name, String reason) {
        Set<String> policies = before.policiesIn(jurisdiction);
        Set<String> own = policies.contains(name) ? Set.of(name) : policies;
        found.add(Lowered.of(jurisdiction, own, kind, name, reason));
    }

    private static Set<String> names(List<ConfiguredElement> policies) {
        return policies.stream().map(ConfiguredElement::name).collect(toCollection(TreeSet::new));
    }
}
