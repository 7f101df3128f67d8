/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import io.dataaccess.keycloak.catalog.ApprovalPolicyProvider;
import io.dataaccess.keycloak.catalog.DataCategoryProvider;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.configuration.Lock;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Reads the configuration that stands in a realm, whoever wrote it. */
public final class RealmConfiguration {

    private RealmConfiguration() {}

    /**
     * The configuration as it stands there.
     *
     * @param locks which do not stand in the realm
     */
    public static Configuration of(RealmModel realm, List<Lock> locks) {
        return new Configuration(
                elements(categories(realm)),
                elements(policies(realm)),
                realm.getClientScopesStream()
                        .flatMap(RealmConfiguration::guarded)
                        .toList(),
                RealmLimit.CHANGE_APPROVALS.in(realm),
                locks);
    }

    public static Stream<ComponentModel> categories(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), DataCategoryProvider.class.getName());
    }

    public static Stream<ComponentModel> policies(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), ApprovalPolicyProvider.class.getName());
    }

    private static List<ConfiguredElement> elements(Stream<ComponentModel> components) {
        return components
                .map(component -> ConfiguredElement.of(component.getName(), component.getConfig()))
                .toList();
    }

    private static Stream<ConfiguredScope> guarded(ClientScopeModel scope) {
        return scope instanceof ClientModel
                ? Stream.empty()
                : ScopeCatalog.listed(scope)
                        .map(list -> new ConfiguredScope(scope.getId(), ScopeCatalog.name(scope), list))
                        .stream();
    }
}
