/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import io.dataaccess.keycloak.access.ScopeRef;
import java.util.List;
import java.util.stream.Stream;

/** The guarded scopes of the demo realm. */
public final class Scopes {

    private Scopes() {}

    public static GuardedScope usPublic() {
        return opening("us-public", Categories.usPublic());
    }

    public static GuardedScope usContact() {
        return opening("us-contact", Categories.usContact());
    }

    public static GuardedScope usPrivate() {
        return opening("us-private", Categories.usPrivateContent(), Categories.usLocation());
    }

    public static GuardedScope euContact() {
        return opening("eu-contact", Categories.euContact());
    }

    public static List<GuardedScope> all() {
        return List.of(usPublic(), usContact(), usPrivate(), euContact());
    }

    public static GuardedScope opening(String name, DataCategory... categories) {
        return listing(name, Stream.of(categories).map(DataCategory::key).toArray(String[]::new));
    }

    public static GuardedScope listing(String name, String... keys) {
        return new GuardedScope(new ScopeRef("id-of-" + name, name), List.of(keys), true);
    }

    public static GuardedScope unguardable(GuardedScope scope) {
        return new GuardedScope(scope.ref(), scope.keys(), false);
    }
}
