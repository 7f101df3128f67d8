/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.request.Outlook;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Everything that is wrong with a realm's classification and policies, as configuration and people stand now. */
public final class Problems {

    private final RealmModel realm;
    private final Catalog catalog;
    private final Outlook outlook;

    public Problems(RealmModel realm, Catalog catalog, Outlook outlook) {
        this.realm = realm;
        this.catalog = catalog;
        this.outlook = outlook;
    }

    public List<Problem> all() {
        return Stream.of(
                        new ComponentProblems(catalog).find(),
                        new ScopeProblems(realm, catalog).find(),
                        new DefaultScopeProblems(realm).find(),
                        new ApproverProblems(realm, catalog, outlook).find(),
                        new ActionProblems(realm).find())
                .flatMap(found -> found)
                .toList();
    }
}
