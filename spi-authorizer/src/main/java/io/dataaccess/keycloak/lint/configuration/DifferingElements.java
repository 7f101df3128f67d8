/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.configuration;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.approved.RealmConfiguration;
import io.dataaccess.keycloak.configuration.ConfigurationChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Says of a change what is otherwise, and where in the realm. */
record DifferingElements(RealmModel realm) {

    RealmElement place(ConfigurationChange change) {
        return switch (change.kind()) {
            case DATA_CATEGORY ->
                component(RealmElement.Kind.DATA_CATEGORY, RealmConfiguration.categories(realm), change.name());
            case APPROVAL_POLICY ->
                component(RealmElement.Kind.APPROVAL_POLICY, RealmConfiguration.policies(realm), change.name());
            case CLIENT_SCOPE ->
                realm.getClientScopesStream()
                        .filter(scope -> change.name().equals(scope.getName()))
                        .findFirst()
                        .map(RealmElement::scope)
                        .orElse(RealmElement.named(RealmElement.Kind.CLIENT_SCOPE, change.name()));
            case SETTING, LOCK -> RealmElement.realm(realm);
        };
    }

    private static RealmElement component(RealmElement.Kind kind, Stream<ComponentModel> standing, String name) {
        return standing.filter(component -> name.equals(component.getName()))
                .findFirst()
                .map(component -> RealmElement.component(kind, component))
                .orElse(RealmElement.named(kind, name));
    }

    ParameterizedText sentence(ConfigurationChange change) {
        Map<String, String> named =
                ParameterizedText.naming("field", change.field(), "from", said(change.from()), "to", said(change.to()));
        return ParameterizedText.of(
                change.what().name().toLowerCase(Locale.ROOT),
                switch (change.what()) {
                    case ADDED ->
                        "is there without approval, and says {to} in {field}: it does nothing until it is approved";
                    case REMOVED ->
                        "is not there any more, which is not approved: what was approved still decides, with {from}"
                                + " in {field}";
                    case CHANGED ->
                        "says {to} in {field}, which is not approved: {from}, which was approved, still decides";
                },
                named);
    }

    private static String said(List<String> values) {
        return "'" + String.join("', '", values) + "'";
    }
}
