/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.common.Profile.Feature;

/** Features of the server, none of them on by default, that get round what approvals rest on. */
public final class FeatureProblems {

    private static final Map<Feature, String> DANGEROUS = new TreeMap<>(Map.of(
            Feature.TOKEN_EXCHANGE,
            "lets clients make tokens for other clients and other people without a login",
            Feature.TOKEN_EXCHANGE_DELEGATION,
            "lets somebody act with the access that another person was granted",
            Feature.ADMIN_FINE_GRAINED_AUTHZ,
            "gives impersonation, exchange and membership of groups to people without such a role",
            Feature.TRANSIENT_USERS,
            "makes people that are in no directory, whom no rule can be checked for later",
            Feature.PARAMETERIZED_SCOPES,
            "gives scopes names that APIs do not expect, and a guarded scope with a parameter is always refused"));

    private final Predicate<Feature> enabled;

    public FeatureProblems(Predicate<Feature> enabled) {
        this.enabled = enabled;
    }

    public Stream<Problem> find() {
        return Stream.concat(dangerous(), ungated());
    }

    private Stream<Problem> dangerous() {
        return DANGEROUS.entrySet().stream()
                .filter(feature -> enabled.test(feature.getKey()))
                .map(feature -> Problem.warning(
                        "feature_dangerous",
                        RealmElement.named(Kind.FEATURE, feature.getKey().getVersionedKey()),
                        ParameterizedText.of(
                                feature.getKey().getUnversionedKey(),
                                feature.getValue() + ": start the server without it",
                                Map.of())));
    }

    private Stream<Problem> ungated() {
        return Stream.of(Feature.AUTHZEN)
                .filter(enabled)
                .map(feature -> Problem.error(
                        "feature_without_gate",
                        RealmElement.named(Kind.FEATURE, feature.getVersionedKey()),
                        "answers who may do what on the word of the client that asks, without a token, so without the gate:"
                                + " start the server without it"));
    }
}
