/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.catalog.ApprovalPolicyProvider;
import io.dataaccess.keycloak.catalog.DataCategoryProvider;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Writes a configuration into the realm, so that what stands there is what was approved. */
final class RealmWriter {

    private static final List<String> LEVEL = List.of("jurisdiction", "sensitivity");

    private final RealmModel realm;

    RealmWriter(RealmModel realm) {
        this.realm = realm;
    }

    /**
     * Writes what can be read as a whole. A scope that neither lists is left alone: whatever somebody wrote there keeps it closed.
     *
     * @param before what was in force until now
     */
    void write(Configuration before, Configuration after) {
        write(DataCategoryProvider.class.getName(), "data-category", after.categories());
        write(ApprovalPolicyProvider.class.getName(), "approval-policy", after.policies());
        Stream.concat(before.scopes().stream(), after.scopes().stream())
                .map(ConfiguredScope::id)
                .distinct()
                .forEach(id -> write(id, after.scope(id)));
    }

    /** First what goes, so that nothing new is in the way of something old when Keycloak checks it. */
    private void write(String type, String providerId, List<ConfiguredElement> wanted) {
        Map<String, ConfiguredElement> byName =
                wanted.stream().collect(toMap(ConfiguredElement::name, element -> element));
        Map<String, List<ComponentModel>> there = realm.getComponentsStream(realm.getId(), type)
                .collect(groupingBy(component -> Components.element(component).name()));
        List<ComponentModel> kept = new ArrayList<>();
        there.forEach((name, components) -> {
            ConfiguredElement element = byName.get(name);
            if (element != null && components.size() == 1 && isOfSameLevel(components.get(0), element)) {
                kept.add(components.get(0));
            } else {
                components.forEach(realm::removeComponent);
            }
        });
        kept.stream()
                .filter(component -> !Components.element(component).equals(byName.get(component.getName())))
                .forEach(component -> Optional.ofNullable(byName.get(component.getName()))
                        .ifPresent(element -> realm.updateComponent(Components.changed(component, element))));
        List<String> names = kept.stream().map(ComponentModel::getName).collect(Collectors.toList());
        wanted.stream().filter(element -> !names.contains(element.name())).forEach(element -> {
            ComponentModel component = Components.of(element);
            component.setParentId(realm.getId());
            component.setProviderId(providerId);
            component.setProviderType(type);
            realm.addComponentModel(component);
        });
    }

    private static boolean isOfSameLevel(ComponentModel component, ConfiguredElement element) {
        ConfiguredElement there = Components.element(component);
        return LEVEL.stream().allMatch(field -> values(there, field).equals(values(element, field)));
    }

    private static List<String> values(ConfiguredElement element, String field) {
        return element.config().getOrDefault(field, List.of());
    }

    private void write(String id, Optional<ConfiguredScope> wanted) {
        ClientScopeModel scope = realm.getClientScopeById(id);
        if (scope != null) {
            wanted.ifPresentOrElse(
                    listed -> scope.setAttribute(ScopeCatalog.CATEGORIES, listed.categories()),
                    () -> scope.removeAttribute(ScopeCatalog.CATEGORIES));
        }
    }
}
