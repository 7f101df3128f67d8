/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static java.util.stream.Collectors.toCollection;

import io.dataaccess.keycloak.configuration.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a change lessens the protection of data. What is not surely harmless lessens it: of a policy every field that is changed
 * and not known to be stricter, or text only.
 *
 * @param all each way, in a stable order; none where nothing is lessened
 */
public record Lowering(List<Lowered> all) {

    public Lowering {
        all = List.copyOf(all);
    }

    /**
     * Compares two configurations.
     *
     * @param unreadable what of the first decides nothing, for it cannot be read
     * @param isSwitchedOff whether changes need no approval any longer
     */
    public static Lowering of(Configuration before, Unreadable unreadable, Configuration after, boolean isSwitchedOff) {
        ConfiguredLevels were = new ConfiguredLevels(before);
        ConfiguredLevels are = new ConfiguredLevels(after);
        List<Lowered> found = new ArrayList<>();
        if (isSwitchedOff) {
            everything(were, found, "switched_off", "One person alone may change everything from then on");
        }
        if (after.approvals() < before.approvals()) {
            everything(were, found, "fewer_approvals", "Fewer people have to approve a change");
        }
        if (!after.locks().containsAll(before.locks())) {
            everything(were, found, "unlocked", "Something that was locked opens again");
        }
        found.addAll(new PolicyLowering(were, are, unreadable).find());
        found.addAll(new CategoryLowering(were, are, unreadable).find());
        return new Lowering(found.stream().distinct().toList());
    }

    private static void everything(ConfiguredLevels were, List<Lowered> found, String kind, String reason) {
        were.jurisdictions()
                .forEach(jurisdiction ->
                        found.add(Lowered.of(jurisdiction, were.policiesIn(jurisdiction), kind, "", reason)));
    }

    /** The jurisdictions whose data is protected less. */
    public SortedSet<String> jurisdictions() {
        return all.stream().map(Lowered::jurisdiction).collect(toCollection(TreeSet::new));
    }

    /** The policies of this jurisdiction that protect less, as they were. */
    public SortedSet<String> policies(String jurisdiction) {
        return all.stream()
                .filter(one -> one.jurisdiction().equals(jurisdiction))
                .flatMap(one -> one.policies().stream())
                .collect(toCollection(TreeSet::new));
    }
}
