/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.RealmIndex.Assignment;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.CategoryRepresentation;
import io.dataaccess.keycloak.web.ExtensionVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is classified how, who approves it, and what is wrong with that.
 *
 * @param version of this extension; null when its jar does not tell
 */
@Schema(name = "Classification")
public record ClassificationRepresentation(
        List<CategoryRepresentation> categories,
        List<PolicyRepresentation> policies,
        List<ScopeRepresentation> scopes,
        List<ProblemRepresentation> problems,
        @Nullable String version) {

    /**
     * Something to correct.
     *
     * @param where in English
     * @param message what is wrong and what to do, in English
     * @param params what the message names, by name, to say it in another language; {@code kind} tells sentences of the
     *     same code apart
     * @param resource what to open in the admin console to correct it; null when there is no page for it
     */
    @Schema(name = "Problem")
    public record ProblemRepresentation(
            String code,
            @Schema(implementation = Problem.Severity.class) String severity,
            PlaceRepresentation place,
            String where,
            String message,
            Map<String, String> params,
            @Nullable ResourceRepresentation resource) {

        static ProblemRepresentation of(Problem problem) {
            return new ProblemRepresentation(
                    problem.code(),
                    problem.severity().name(),
                    new PlaceRepresentation(
                            problem.place().kind().code(), problem.place().name()),
                    problem.where(),
                    problem.message(),
                    problem.sentence().parameters(),
                    problem.resource().map(ResourceRepresentation::of).orElse(null));
        }
    }

    /**
     * Where something is wrong.
     *
     * @param kind such as client_scope, data_category or feature
     * @param name which of its kind; blank where there is only one
     */
    @Schema(name = "Place")
    public record PlaceRepresentation(String kind, String name) {}

    /**
     * Something of Keycloak's own.
     *
     * @param type component, client-scope, client, group, user, role, realm, required-action, identity-provider,
     *     user-profile or events
     */
    @Schema(name = "Resource")
    public record ResourceRepresentation(String type, String id, String name) {

        static ResourceRepresentation of(RealmElement.Resource resource) {
            return new ResourceRepresentation(resource.type(), resource.id(), resource.name());
        }
    }

    static ClassificationRepresentation of(DataAccess access) {
        Catalog catalog = access.catalog();
        List<GuardedScope> scopes = access.scopes().all().toList();
        Map<String, List<Assignment>> clients = access.index()
                .assignments(scopes.stream().map(scope -> scope.ref().id()).collect(toSet()));
        return new ClassificationRepresentation(
                catalog.categories().stream()
                        .map(CategoryRepresentation::of)
                        .sorted(Comparator.comparing(CategoryRepresentation::key))
                        .toList(),
                catalog.policySet().policies().stream()
                        .map(PolicyRepresentation::of)
                        .sorted(Comparator.comparing(PolicyRepresentation::name))
                        .toList(),
                scopes.stream()
                        .map(scope -> ScopeRepresentation.of(
                                scope, catalog, clients.getOrDefault(scope.ref().id(), List.of())))
                        .sorted(Comparator.comparing(ScopeRepresentation::name))
                        .toList(),
                access.problems().stream().map(ProblemRepresentation::of).toList(),
                ExtensionVersion.current().orElse(null));
    }
}
