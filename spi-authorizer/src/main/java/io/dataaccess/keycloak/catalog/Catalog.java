/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.condition.Conditions;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicyBook;
import io.dataaccess.keycloak.policy.PossibleLevels;
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
 * through although it can never be right is not left out silently: it is reported, nothing is decided by it, and nothing
 * by another in its place.
 */
public final class Catalog {

    /** Compiled conditions of all realms of this node; bounded. */
    static final Conditions CONDITIONS = new Conditions(1000);

    private static final String CATEGORY = "data category ";
    private static final String POLICY = "approval policy ";

    private final List<DataCategory> categories = new ArrayList<>();
    private final List<ApprovalPolicy> policies = new ArrayList<>();
    private final List<String> unreadableKeys = new ArrayList<>();
    private final List<PossibleLevels> unreadablePolicies = new ArrayList<>();
    private final Map<String, String> complaints = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final AcrLevels acrLevels;

    public Catalog(RealmModel realm) {
        components(realm, DataCategoryProvider.class).forEach(this::readCategory);
        components(realm, ApprovalPolicyProvider.class).forEach(this::readPolicy);
        this.acrLevels = LevelsOfAuthentication.of(realm);
    }

    public Classification classification() {
        return new Classification(categories, unreadableKeys);
    }

    public PolicyBook policyBook() {
        return new PolicyBook(policies, unreadablePolicies);
    }

    public AcrLevels acrLevels() {
        return acrLevels;
    }

    /** The categories that can be read, those defined twice included. */
    public List<DataCategory> categories() {
        return List.copyOf(categories);
    }

    /** The keys of categories that cannot be read, as far as they have one. */
    List<String> unreadableKeys() {
        return List.copyOf(unreadableKeys);
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

    private static Stream<ComponentModel> components(RealmModel realm, Class<?> type) {
        return realm.getComponentsStream(realm.getId(), type.getName());
    }

    private void readCategory(ComponentModel component) {
        locate(CATEGORY, component);
        try {
            categories.add(Categories.read(component));
        } catch (InvalidComponentException e) {
            complain(CATEGORY, component, e);
            Categories.key(component).ifPresent(unreadableKeys::add);
        }
    }

    private void readPolicy(ComponentModel component) {
        locate(POLICY, component);
        try {
            policies.add(new PolicyReader(CONDITIONS).read(component));
        } catch (InvalidComponentException e) {
            complain(POLICY, component, e);
            unreadablePolicies.add(Levels.possible(component));
        }
    }

    private void locate(String kind, ComponentModel component) {
        String words = kind + component.getName();
        places.putIfAbsent(words, place(words, component));
    }

    /** Of several of one name, this is the one to open. */
    private void complain(String kind, ComponentModel component, InvalidComponentException e) {
        String words = kind + component.getName();
        places.put(words, place(words, component));
        complaints.merge(words, e.complaint(), (one, other) -> one + "; " + other);
    }

    private static Place place(String words, ComponentModel component) {
        return Place.component(words, component.getId(), component.getName());
    }
}
