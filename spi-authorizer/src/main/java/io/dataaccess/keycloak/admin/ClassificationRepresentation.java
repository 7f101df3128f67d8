/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.Problem;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.CategoryRepresentation;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is classified how, who approves it, and what is wrong with that. */
@Schema(name = "Classification")
public record ClassificationRepresentation(
        List<CategoryRepresentation> categories,
        List<PolicyRepresentation> policies,
        List<ScopeRepresentation> scopes,
        List<ProblemRepresentation> problems) {

    /** Something to correct. */
    @Schema(name = "Problem")
    public record ProblemRepresentation(String code, String severity, String where, String message) {

        static ProblemRepresentation of(Problem problem) {
            return new ProblemRepresentation(
                    problem.code(), problem.severity().name(), problem.where(), problem.message());
        }
    }

    static ClassificationRepresentation of(DataAccess access) {
        Catalog catalog = access.catalog();
        return new ClassificationRepresentation(
                catalog.categories().stream()
                        .map(CategoryRepresentation::of)
                        .sorted(Comparator.comparing(CategoryRepresentation::key))
                        .toList(),
                catalog.policyBook().policies().stream()
                        .map(PolicyRepresentation::of)
                        .sorted(Comparator.comparing(PolicyRepresentation::name))
                        .toList(),
                access.scopes()
                        .all()
                        .map(scope -> ScopeRepresentation.of(scope, catalog))
                        .sorted(Comparator.comparing(ScopeRepresentation::name))
                        .toList(),
                access.problems().stream().map(ProblemRepresentation::of).toList());
    }
}
