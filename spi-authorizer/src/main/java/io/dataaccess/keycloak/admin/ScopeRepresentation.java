/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.session.ClientLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A guarded scope.
 *
 * @param categories the keys it lists
 * @param sensitivity the highest of its categories; null when it cannot be classified
 * @param policies names of the policies that must be satisfied; none when a category has not exactly one
 * @param clients those it is assigned to
 */
@Schema(name = "GuardedScope")
public record ScopeRepresentation(
        String name,
        List<String> categories,

        @Schema(implementation = Sensitivity.class) @Nullable
        String sensitivity,

        List<String> policies,
        List<Assignment> clients) {

    /**
     * A client that has the scope, always ({@code default}) or when it asks for it ({@code optional}).
     *
     * @param clientName what the application is called; null where it has no name
     */
    @Schema(name = "Assignment")
    public record Assignment(
            String clientId,
            @Nullable String clientName,
            @Schema(enumeration = {"default", "optional"}) String assignment) {

        static Assignment of(RealmIndex.Assignment assignment) {
            return new Assignment(
                    assignment.clientId(),
                    ClientLabel.name(assignment.name()).orElse(null),
                    assignment.byDefault() ? "default" : "optional");
        }
    }

    static ScopeRepresentation of(GuardedScope scope, Catalog catalog, List<RealmIndex.Assignment> clients) {
        Optional<List<DataCategory>> categories = catalog.classification().categoriesOf(scope);
        Optional<ApplicablePolicies> policies = categories.flatMap(catalog.policySet()::covering);
        return new ScopeRepresentation(
                scope.ref().name(),
                scope.keys(),
                categories
                        .flatMap(known ->
                                known.stream().map(DataCategory::sensitivity).max(Comparator.naturalOrder()))
                        .map(Enum::name)
                        .orElse(null),
                policies.stream()
                        .flatMap(found -> found.versions().stream())
                        .map(PolicyVersion::name)
                        .toList(),
                clients.stream().map(Assignment::of).toList());
    }
}
