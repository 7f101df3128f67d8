/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.catalog.ApprovalPolicyProvider;
import io.dataaccess.keycloak.catalog.DataCategoryProvider;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfigurationDifference;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * The configuration by which a realm's tokens, requests and votes are decided. Where changes need approval it is what was approved
 * last, whatever stands in the realm; and where nothing can be known, nothing is decided.
 */
public final class DecidingConfiguration {

    private static final Logger LOG = Logger.getLogger(DecidingConfiguration.class);

    /** What it rests on. */
    public enum Basis {
        /** What stands in the realm. */
        REALM,
        /** What was approved last. */
        APPROVED,
        /** The realm asks for approvals, and nothing is approved yet. */
        NOTHING_APPROVED,
        /** What the realm asks for is no word that is known. */
        MISSPELT,
        /** Somebody has changed what was approved. */
        TAMPERED
    }

    private final Basis basis;
    private final RecordedConfiguration recorded;
    private final List<ComponentModel> categories;
    private final List<ComponentModel> policies;
    private final Map<String, ConfiguredScope> scopes;
    private final Set<String> scopeNames;

    private DecidingConfiguration(RealmModel realm, RecordedConfiguration recorded) {
        Configuration approved = recorded.approved()
                .map(ApprovedConfiguration::configuration)
                .orElse(new Configuration(List.of(), List.of(), List.of(), 1, List.of()));
        this.recorded = recorded;
        this.basis = basis(recorded, ApprovalSetting.of(realm));
        this.categories = components(
                realm, DataCategoryProvider.class, approved.categories(), RealmConfiguration.categories(realm));
        this.policies = components(
                realm, ApprovalPolicyProvider.class, approved.policies(), RealmConfiguration.policies(realm));
        this.scopes = approved.scopes().stream()
                .collect(toMap(ConfiguredScope::id, Function.identity(), (one, other) -> one));
        this.scopeNames = approved.scopes().stream().map(ConfiguredScope::name).collect(toSet());
    }

    /** What decides in the realm as it stands now: read once, until a change of the realm reaches this node's cache. */
    public static DecidingConfiguration of(RealmModel realm) {
        return ConfigurationReader.of(realm);
    }

    static DecidingConfiguration of(RealmModel realm, RecordedConfiguration recorded) {
        DecidingConfiguration deciding = new DecidingConfiguration(realm, recorded);
        recorded.mismatch()
                .ifPresent(why -> LOG.errorf(
                        "Nothing is decided in realm %s, whose approved configuration was changed: %s",
                        realm.getName(), why));
        return deciding;
    }

    private static Basis basis(RecordedConfiguration recorded, ApprovalSetting setting) {
        if (recorded.mismatch().isPresent()) {
            return Basis.TAMPERED;
        }
        if (recorded.approved().filter(ApprovedConfiguration::required).isPresent()) {
            return Basis.APPROVED;
        }
        return switch (setting) {
            case OFF -> Basis.REALM;
            case REQUIRED -> Basis.NOTHING_APPROVED;
            case MISSPELT -> Basis.MISSPELT;
        };
    }

    public Basis basis() {
        return basis;
    }

    /** What was approved last; it need not be what decides. */
    public Optional<ApprovedConfiguration> approved() {
        return recorded.approved();
    }

    /** Why what was approved cannot be believed. */
    public Optional<String> mismatch() {
        return recorded.mismatch();
    }

    /** What is refused whatever the rest says. */
    public List<Lock> locks() {
        return recorded.approved()
                .map(approved -> approved.configuration().locks())
                .orElse(List.of());
    }

    /** What is otherwise in the realm than it was approved; nothing where no approval is required. */
    public ConfigurationDifference difference(RealmModel realm) {
        return recorded.approved()
                .filter(approved -> basis == Basis.APPROVED)
                .map(approved -> ConfigurationDifference.between(
                        approved.configuration(), RealmConfiguration.of(realm, locks())))
                .orElse(new ConfigurationDifference(List.of()));
    }

    /** The data categories that decide, as components. */
    public List<ComponentModel> categories(RealmModel realm) {
        return deciding(categories, RealmConfiguration.categories(realm));
    }

    /** The approval policies that decide, as components. */
    public List<ComponentModel> policies(RealmModel realm) {
        return deciding(policies, RealmConfiguration.policies(realm));
    }

    private List<ComponentModel> deciding(List<ComponentModel> approved, Stream<ComponentModel> standing) {
        return switch (basis) {
            case REALM -> standing.toList();
            case APPROVED -> approved;
            case NOTHING_APPROVED, MISSPELT, TAMPERED -> List.of();
        };
    }

    /**
     * The list of categories that decides for a client scope. Empty where it is not guarded; a blank one lets nothing through:
     * where nothing can be decided, where the scope is locked, and where it is not the scope that was approved.
     */
    public Optional<String> listOf(ClientScopeModel scope) {
        String name = ScopeCatalog.name(scope);
        if (locks().stream().anyMatch(lock -> lock.isOfScope(scope.getId(), name))) {
            return Optional.of("");
        }
        Optional<String> standing = ScopeCatalog.listed(scope);
        return switch (basis) {
            case REALM -> standing;
            case APPROVED -> approvedList(scope.getId(), name, standing);
            case NOTHING_APPROVED, MISSPELT, TAMPERED -> standing.map(list -> "");
        };
    }

    private Optional<String> approvedList(String id, String name, Optional<String> standing) {
        ConfiguredScope approved = scopes.get(id);
        if (approved != null) {
            return Optional.of(approved.name().equals(name) ? approved.categories() : "");
        }
        return scopeNames.contains(name) ? Optional.of("") : standing.map(list -> "");
    }

    /** With the ids of those that are so called in the realm: that is where somebody looks. */
    private static List<ComponentModel> components(
            RealmModel realm, Class<?> type, List<ConfiguredElement> elements, Stream<ComponentModel> standing) {
        Map<String, ComponentModel> byName = standing.filter(component -> component.getName() != null)
                .collect(toMap(ComponentModel::getName, Function.identity(), (one, other) -> one));
        return elements.stream()
                .map(element -> {
                    ComponentModel component = new ComponentModel();
                    ComponentModel there = byName.get(element.name());
                    component.setId(there == null ? null : there.getId());
                    component.setName(element.name());
                    component.setParentId(realm.getId());
                    component.setProviderType(type.getName());
                    component.setConfig(config(element));
                    return component;
                })
                .toList();
    }

    private static MultivaluedHashMap<String, String> config(ConfiguredElement element) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        element.config().forEach((field, values) -> config.put(field, values));
        return config;
    }
}
