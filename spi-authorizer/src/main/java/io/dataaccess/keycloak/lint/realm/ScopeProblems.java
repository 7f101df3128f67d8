/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Guarded scopes that every token request is refused for, because they cannot be guarded, classified or approved. */
public final class ScopeProblems {

    /** The word by which a scope says that it is not guarded, where it does not say so. */
    private static final Pattern NEARLY_NONE =
            Pattern.compile("\\W*" + ScopeCatalog.NONE + "\\W*", Pattern.CASE_INSENSITIVE);

    private final RealmModel realm;
    private final Catalog catalog;

    public ScopeProblems(RealmModel realm, Catalog catalog) {
        this.realm = realm;
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        return realm.getClientScopesStream()
                .flatMap(model -> ScopeCatalog.guardedScope(model).stream()
                        .flatMap(scope -> Stream.concat(unguardable(model, scope), unclassified(scope))));
    }

    private static Stream<Problem> unguardable(ClientScopeModel model, GuardedScope scope) {
        if (!ScopeCatalog.OPENID_CONNECT.equals(model.getProtocol())) {
            return Stream.of(Problem.error(
                    "scope_protocol",
                    RealmElement.scope(scope),
                    "is of protocol {protocol}, which cannot be guarded: make it openid-connect, or write none for its"
                            + " categories",
                    ParameterizedText.naming("protocol", model.getProtocol())));
        }
        Stream<Problem> hidden = model.isIncludeInTokenScope()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "scope_not_in_token",
                        RealmElement.scope(scope),
                        "is not in the token's scope, so that no API could tell: switch on 'Include in token scope'"));
        Stream<Problem> parameterized = ScopeCatalog.takesParameter(model)
                ? Stream.of(Problem.error(
                        "scope_parameterized",
                        RealmElement.scope(scope),
                        "takes a parameter, which cannot be guarded: switch the parameter off, and remove the mapper of"
                                + " organization membership"))
                : Stream.empty();
        Stream<Problem> nameless = ScopeCatalog.isNameable(model)
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "scope_name",
                        RealmElement.scope(scope),
                        "has a name that no token can say (RFC 6749, section 3.3): rename it without blanks, quotes,"
                                + " backslashes and letters beyond ASCII"));
        return Stream.of(hidden, parameterized, nameless).flatMap(found -> found);
    }

    private Stream<Problem> unclassified(GuardedScope scope) {
        if (scope.keys().isEmpty()) {
            return Stream.of(
                    Problem.error(
                            "scope_without_category",
                            RealmElement.scope(scope),
                            "has a blank list of categories: name some, or write none in data-access.categories if it is meant to be open"));
        }
        Stream<Problem> unknown = scope.keys().stream()
                .distinct()
                .filter(key -> catalog.categories().stream()
                        .noneMatch(category -> category.key().equals(key)))
                .map(key -> Problem.error("scope_unknown_category", RealmElement.scope(scope), unknown(key)));
        return Stream.concat(unknown, withoutPolicy(scope));
    }

    private static ParameterizedText unknown(String key) {
        Map<String, String> named = ParameterizedText.naming("category", key);
        return NEARLY_NONE.matcher(key).matches()
                ? ParameterizedText.of(
                        "none",
                        "writes {category} among its categories, which guards: for a scope that is meant to be open write"
                                + " exactly none, alone, in small letters, without blanks before or after it; otherwise"
                                + " remove it",
                        named)
                : ParameterizedText.of(
                        "names the category {category}, which is not defined: define it, or correct the name", named);
    }

    private Stream<Problem> withoutPolicy(GuardedScope scope) {
        PolicySet policySet = catalog.policySet();
        return scope.keys().stream()
                .flatMap(key -> catalog.classification().category(key).stream())
                .filter(category -> policySet.covering(List.of(category)).isEmpty())
                .map(category -> category.level())
                .distinct()
                .map(level ->
                        Problem.error("scope_without_policy", RealmElement.scope(scope), explain(policySet, level)));
    }

    private static ParameterizedText explain(PolicySet policySet, ProtectionLevel level) {
        Map<String, String> named = ParameterizedText.naming("level", ComponentProblems.name(level));
        return policySet.count(level) > 0
                ? ParameterizedText.of(
                        "undecided",
                        "needs the approval policy for {level}, which is defined twice or invalid: correct it",
                        named)
                : ParameterizedText.of(
                        "missing", "needs an approval policy for {level}, and there is none: add one", named);
    }
}
