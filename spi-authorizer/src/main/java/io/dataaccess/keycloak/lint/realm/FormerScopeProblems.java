/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import static java.util.stream.Collectors.toCollection;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * Scopes that open as ordinary ones although access to them was asked for or granted: the attribute is gone, or the scope
 * was deleted and made anew.
 */
public final class FormerScopeProblems {

    private final RealmModel realm;
    private final UnaryOperator<Set<String>> recorded;

    /** @param recorded of these names of scopes, those that a request or an access grant of the realm has */
    public FormerScopeProblems(RealmModel realm, UnaryOperator<Set<String>> recorded) {
        this.realm = realm;
        this.recorded = recorded;
    }

    public Stream<Problem> find() {
        Set<String> names = ordinary().map(ScopeCatalog::name).collect(toCollection(TreeSet::new));
        Set<String> former = names.isEmpty() ? Set.of() : recorded.apply(names);
        return ordinary()
                .filter(scope -> former.contains(ScopeCatalog.name(scope)))
                .map(scope -> Problem.error(
                        "scope_was_guarded",
                        RealmElement.scope(scope),
                        "is open to everybody, although there are requests or access grants for a scope of this name:"
                                + " list its categories in {attribute}, or write {none} there if it is meant to be open",
                        ParameterizedText.naming("attribute", ScopeCatalog.CATEGORIES, "none", ScopeCatalog.NONE)));
    }

    private Stream<ClientScopeModel> ordinary() {
        return realm.getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isEmpty())
                .filter(scope -> !ScopeCatalog.isUnguarded(scope));
    }
}
