/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.condition.Conditions;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicyBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * The classification and policies of a realm, read from its components (from Keycloak's realm cache). What import let
 * through although it can never be right is not left out silently: it is reported, and nothing is decided by it.
 */
public final class Catalog {

    /** Compiled conditions of all realms of this node; bounded. */
    static final Conditions CONDITIONS = new Conditions(1000);

    private static final String CATEGORY = "data category ";
    private static final String POLICY = "approval policy ";

    private final List<DataCategory> categories = new ArrayList<>();
    private final List<ApprovalPolicy> policies = new ArrayList<>();
    private final List<Level> unreadable = new ArrayList<>();
    private final Map<String, String> complaints = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final AcrLevels acrLevels;

    public Catalog(RealmModel realm) {
        components(realm, DataCategoryProvider.class).forEach(this::readCategory);
        components(realm, ApprovalPolicyProvider.class).forEach(this::readPolicy);
        this.acrLevels = LevelsOfAuthentication.of(realm);
    }

    public Classification classification() {
        return new Classification(categories);
    }

    public PolicyBook policyBook() {
        return new PolicyBook(policies, unreadable);
    }

    public AcrLevels acrLevels() {
        return acrLevels;
    }

    /** The categories that can be read, those defined twice included. */
    public List<DataCategory> categories() {
        return List.copyOf(categories);
    }

    /** What cannot be read: complaint by name of the component. */
    public Map<String, String> complaints() {
        return Map.copyOf(complaints);
    }

    /** The component of a complaint. */
    Place component(String words) {
        return places.getOrDefault(words, Place.named(words));
    }

    Place category(String key) {
        return component(CATEGORY + key);
    }

    Place place(ApprovalPolicy policy) {
        return component(POLICY + policy.name().stamp().name());
    }

    private String locate(String kind, ComponentModel component) {
        String words = kind + component.getName();
        places.put(words, Place.component(words, component.getId(), component.getName()));
        return words;
    }

    private static Stream<ComponentModel> components(RealmModel realm, Class<?> type) {
        return realm.getComponentsStream(realm.getId(), type.getName());
    }

    private void readCategory(ComponentModel component) {
        String words = locate(CATEGORY, component);
        try {
            categories.add(Categories.read(component));
        } catch (InvalidComponentException e) {
            complaints.put(words, e.complaint());
        }
    }

    private void readPolicy(ComponentModel component) {
        locate(POLICY, component);
        try {
            policies.add(new PolicyReader(CONDITIONS).read(component));
        } catch (InvalidComponentException e) {
            complaints.merge(POLICY + component.getName(), e.complaint(), (one, other) -> one + "; " + other);
            Levels.of(component).ifPresent(unreadable::add);
        }
    }
}
