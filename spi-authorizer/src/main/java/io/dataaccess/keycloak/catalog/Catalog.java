/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.catalog.Place.Kind;
import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.condition.Conditions;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicyBook;
import io.dataaccess.keycloak.policy.PossibleLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final List<DataCategory> categories = new ArrayList<>();
    private final List<ApprovalPolicy> policies = new ArrayList<>();
    private final List<String> unreadableKeys = new ArrayList<>();
    private final List<PossibleLevels> unreadablePolicies = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
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

    /** What cannot be read, in the order of places. */
    List<Complaint> complaints() {
        return complaints.stream()
                .sorted(Comparator.comparing(complaint -> complaint.place().words()))
                .toList();
    }

    Place category(String key) {
        return place(Kind.DATA_CATEGORY, key);
    }

    Place place(ApprovalPolicy policy) {
        return place(Kind.APPROVAL_POLICY, policy.name().stamp().name());
    }

    private Place place(Kind kind, String name) {
        Place named = Place.named(kind, name);
        return places.getOrDefault(named.words(), named);
    }

    private static Stream<ComponentModel> components(RealmModel realm, Class<?> type) {
        return realm.getComponentsStream(realm.getId(), type.getName());
    }

    private void readCategory(ComponentModel component) {
        Place place = locate(Kind.DATA_CATEGORY, component);
        try {
            categories.add(Categories.read(component));
        } catch (InvalidComponentException e) {
            complaints.add(new Complaint(place, e.found()));
            Categories.key(component).ifPresent(unreadableKeys::add);
        }
    }

    private void readPolicy(ComponentModel component) {
        Place place = locate(Kind.APPROVAL_POLICY, component);
        try {
            policies.add(new PolicyReader(CONDITIONS).read(component));
        } catch (InvalidComponentException e) {
            complaints.add(new Complaint(place, e.found()));
            unreadablePolicies.add(Levels.possible(component));
        }
    }

    private Place locate(Kind kind, ComponentModel component) {
        Place place = Place.component(kind, component);
        places.put(place.words(), place);
        return place;
    }

    /** Why a component cannot be read. */
    record Complaint(Place place, Sentence sentence) {}
}
