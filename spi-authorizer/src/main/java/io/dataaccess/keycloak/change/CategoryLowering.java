/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static java.util.stream.Collectors.toCollection;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changed data categories, and changed lists of guarded scopes, protect less. */
final class CategoryLowering {

    private final ConfiguredLevels before;
    private final ConfiguredLevels after;
    private final Unreadable unreadable;
    private final List<Lowered> found = new ArrayList<>();

    CategoryLowering(ConfiguredLevels before, ConfiguredLevels after, Unreadable unreadable) {
        this.before = before;
        this.after = after;
        this.unreadable = unreadable;
    }

    List<Lowered> find() {
        ConfiguredLevels.names(before.content().categories(), after.content().categories())
                .forEach(this::compareCategory);
        before.content().scopes().forEach(this::compareScope);
        return found;
    }

    private void compareCategory(String key) {
        List<ConfiguredElement> were = ConfiguredLevels.named(before.content().categories(), key);
        List<ConfiguredElement> are = ConfiguredLevels.named(after.content().categories(), key);
        if (were.equals(are) || are.isEmpty()) {
            return;
        }
        if (were.isEmpty()) {
            opened(key, are);
        } else if (were.size() > 1 || are.size() > 1 || unreadable.categories().contains(key)) {
            Set<String> all = before.jurisdictions(
                    Stream.concat(were.stream(), are.stream()).toList());
            all.addAll(jurisdictionsOfScopesWith(key));
            add(
                    all,
                    "category_closed",
                    key,
                    "Scopes with " + key + " were refused, for it was not defined once and readably");
        } else {
            compare(were.get(0), are.get(0));
        }
    }

    /** A scope that lists a key which nobody knows is refused; it is not any longer. */
    private void opened(String key, List<ConfiguredElement> are) {
        Set<String> listed = jurisdictionsOfScopesWith(key);
        if (before.content().scopes().stream().anyMatch(scope -> scope.keys().contains(key))) {
            listed.addAll(before.jurisdictions(are));
            add(listed, "category_new", key, "Scopes with " + key + " were refused, for it was not defined");
        }
    }

    private Set<String> jurisdictionsOfScopesWith(String key) {
        return before.content().scopes().stream()
                .map(ConfiguredScope::keys)
                .filter(keys -> keys.contains(key))
                .flatMap(keys -> before.jurisdictionsOf(keys).stream())
                .collect(toCollection(TreeSet::new));
    }

    private void compare(ConfiguredElement was, ConfiguredElement is) {
        List<String> changed = PolicyComparison.changed(was, is);
        if (changed.equals(List.of(FieldComparison.LABEL)) || changed.isEmpty() || isRaised(was, is)) {
            return;
        }
        Optional<ProtectionLevel> level = ConfiguredLevels.level(was);
        List<ConfiguredElement> policies = level.map(before::policiesOf).orElse(List.of());
        Set<String> jurisdictions = before.jurisdictions(List.of(was));
        if (policies.size() != 1) {
            jurisdictions.addAll(before.jurisdictions(List.of(is)));
        }
        String reason = "Of " + was.name() + " " + String.join(", ", changed)
                + " is changed, and the data is not surely protected as well as before";
        jurisdictions.forEach(jurisdiction -> found.add(Lowered.of(
                jurisdiction,
                policies.size() == 1 ? List.of(policies.get(0).name()) : before.policiesIn(jurisdiction),
                "category_level",
                was.name(),
                reason)));
    }

    /** More sensitive in one jurisdiction, where one policy is at least as strict as the one it fell under. */
    private boolean isRaised(ConfiguredElement was, ConfiguredElement is) {
        Optional<ProtectionLevel> from = ConfiguredLevels.level(was);
        Optional<ProtectionLevel> to = ConfiguredLevels.level(is);
        if (from.isEmpty()
                || to.isEmpty()
                || !from.get().jurisdiction().equals(to.get().jurisdiction())
                || !to.get().sensitivity().isAtLeast(from.get().sensitivity())) {
            return false;
        }
        List<ConfiguredElement> former = before.policiesOf(from.get());
        List<ConfiguredElement> next = after.policiesOf(to.get());
        boolean onlyKnownFields = PolicyComparison.changed(was, is).stream()
                .allMatch(field -> ConfiguredLevels.isLevel(field) || field.equals(FieldComparison.LABEL));
        return onlyKnownFields
                && former.size() == 1
                && next.size() == 1
                && PolicyComparison.isAtLeastAsStrict(former.get(0), next.get(0));
    }

    private void compareScope(ConfiguredScope was) {
        Optional<ConfiguredScope> is = after.content().scope(was.id());
        List<String> kept = is.map(ConfiguredScope::keys).orElse(List.of());
        List<String> lost =
                was.keys().stream().filter(key -> !kept.contains(key)).toList();
        Set<String> now = after.jurisdictionsOf(kept);
        boolean wasClosed = was.keys().isEmpty() || was.keys().stream().anyMatch(this::isUnknown);
        if (wasClosed && !is.equals(Optional.of(was))) {
            add(now.isEmpty() ? before.jurisdictions() : now, "scope_closed", was.name(), was.name() + " was refused");
        }
        if (!lost.isEmpty()) {
            String keys = String.join(", ", lost);
            add(
                    before.jurisdictionsOf(lost),
                    "scope_lists_less",
                    was.name(),
                    was.name() + " lists " + keys + " no longer");
        }
        if (is.filter(scope -> !scope.name().equals(was.name())).isPresent()) {
            add(now, "scope_renamed", was.name(), was.name() + " has another name, which is what applications look at");
        }
    }

    private boolean isUnknown(String key) {
        return ConfiguredLevels.named(before.content().categories(), key).size() != 1
                || unreadable.categories().contains(key);
    }

    private void add(Set<String> jurisdictions, String kind, String name, String reason) {
        jurisdictions.forEach(jurisdiction ->
                found.add(Lowered.of(jurisdiction, before.policiesIn(jurisdiction), kind, name, reason)));
    }
}
