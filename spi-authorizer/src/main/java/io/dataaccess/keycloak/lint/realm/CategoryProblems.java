/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Data categories that no scope lists: whatever opens such data, it is not guarded. */
public final class CategoryProblems {

    private final RealmModel realm;
    private final Catalog catalog;

    public CategoryProblems(RealmModel realm, Catalog catalog) {
        this.realm = realm;
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        Set<String> listed = new ScopeCatalog(realm)
                .all()
                .flatMap(scope -> scope.keys().stream())
                .collect(Collectors.toSet());
        return catalog.categories().stream()
                .map(DataCategory::key)
                .distinct()
                .filter(key -> !listed.contains(key))
                .map(key -> Problem.warning(
                        "category_without_scope",
                        catalog.category(key),
                        "is listed by no client scope, so that nothing guards such data: list it in"
                                + " data-access.categories of a scope, or delete it"));
    }
}
