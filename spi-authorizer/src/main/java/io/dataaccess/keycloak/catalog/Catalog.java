/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.condition.ConditionCompiler;
import io.dataaccess.keycloak.condition.LruCache;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.login.LevelsOfAuthentication;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicySet;
import io.dataaccess.keycloak.policy.PossibleLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * The classification and policies that decide in a realm, read from its components (from Keycloak's realm cache) or, where changes
 * need approval, from what was approved last. What import let
 * through although it can never be right is not left out silently: it is reported, nothing is decided by it, and nothing
 * by another in its place.
 */
public final class Catalog {

    /** Compiled conditions of all realms of this node; bounded. */
    static final ConditionCompiler CONDITIONS = new ConditionCompiler(1000);

    private static final LruCache<Source, Catalog> READ = new LruCache<>(100);

    private final List<DataCategory> categories = new ArrayList<>();
    private final List<ApprovalPolicy> policies = new ArrayList<>();
    private final List<String> unreadableKeys = new ArrayList<>();
    private final List<PossibleLevels> unreadablePolicies = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, RealmElement> places = new HashMap<>();
    private final Classification classification;
    private final PolicySet policySet;
    private final AcrLevels acrLevels;

    private Catalog(Source source) {
        source.categories().forEach(this::readCategory);
        source.policies().forEach(this::readPolicy);
        this.classification = new Classification(categories, undecided(source.locks()));
        this.policySet = new PolicySet(policies, unreadablePolicies);
        this.acrLevels = source.acrLevels();
    }

    /** The catalog of the realm as it stands now: read once, until a change of the realm reaches this node's cache. */
    public static Catalog of(RealmModel realm) {
        return READ.get(Source.of(realm), Catalog::new);
    }

    /** The keys of categories by which nothing is decided: those that cannot be read, and those that are locked. */
    private List<String> undecided(List<Lock> locks) {
        return Stream.concat(
                        unreadableKeys.stream(),
                        categories.stream()
                                .filter(category -> locks.stream()
                                        .anyMatch(lock -> lock.isOfCategory(category.key())
                                                || lock.isOfJurisdiction(
                                                        category.level().jurisdiction())))
                                .map(DataCategory::key))
                .toList();
    }

    public Classification classification() {
        return classification;
    }

    public PolicySet policySet() {
        return policySet;
    }

    public AcrLevels acrLevels() {
        return acrLevels;
    }

    /** The categories that can be read, those defined twice included. */
    public List<DataCategory> categories() {
        return List.copyOf(categories);
    }

    /** The keys of categories that cannot be read, as far as they have one. */
    public List<String> unreadableKeys() {
        return List.copyOf(unreadableKeys);
    }

    /** What cannot be read, in the order of places. */
    public List<Complaint> complaints() {
        return complaints.stream()
                .sorted(Comparator.comparing(complaint -> complaint.place().words()))
                .toList();
    }

    public RealmElement category(String key) {
        return place(Kind.DATA_CATEGORY, key);
    }

    public RealmElement place(ApprovalPolicy policy) {
        return place(Kind.APPROVAL_POLICY, policy.version().name());
    }

    private RealmElement place(Kind kind, String name) {
        RealmElement named = RealmElement.named(kind, name);
        return places.getOrDefault(named.words(), named);
    }

    private void readCategory(ComponentModel component) {
        RealmElement place = locate(Kind.DATA_CATEGORY, component);
        try {
            categories.add(CategoryReader.read(component));
        } catch (InvalidComponentException e) {
            complaints.add(new Complaint(place, e.found()));
            CategoryReader.key(component).ifPresent(unreadableKeys::add);
        }
    }

    private void readPolicy(ComponentModel component) {
        RealmElement place = locate(Kind.APPROVAL_POLICY, component);
        try {
            policies.add(new PolicyReader(CONDITIONS).read(component));
        } catch (InvalidComponentException e) {
            complaints.add(new Complaint(place, e.found()));
            unreadablePolicies.add(PossibleLevelsReader.possible(component));
        }
    }

    private RealmElement locate(Kind kind, ComponentModel component) {
        RealmElement place = RealmElement.component(kind, component);
        places.put(place.words(), place);
        return place;
    }

    /**
     * What a catalog is read from. Components are the very same, and not others that say the same. Keycloak's realm cache
     * hands out its own until the realm changes, on whichever node; the database, which a session asks that has changed
     * the realm, gives new ones each time (26.7.3).
     */
    private record Source(
            List<ComponentModel> categories, List<ComponentModel> policies, AcrLevels acrLevels, List<Lock> locks) {

        static Source of(RealmModel realm) {
            DecidingConfiguration deciding = DecidingConfiguration.of(realm);
            return new Source(
                    deciding.categories(realm),
                    deciding.policies(realm),
                    LevelsOfAuthentication.of(realm),
                    deciding.locks());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Source source
                    && areSame(categories, source.categories)
                    && areSame(policies, source.policies)
                    && acrLevels.equals(source.acrLevels)
                    && locks.equals(source.locks);
        }

        @Override
        public int hashCode() {
            return Stream.concat(categories.stream(), policies.stream())
                    .mapToInt(System::identityHashCode)
                    .sum();
        }

        private static boolean areSame(List<ComponentModel> some, List<ComponentModel> others) {
            return some.size() == others.size()
                    && IntStream.range(0, some.size()).allMatch(i -> some.get(i) == others.get(i));
        }
    }

    /** Why a component cannot be read. */
    public record Complaint(RealmElement place, ParameterizedText sentence) {}
}
