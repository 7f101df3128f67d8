/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.change.Proposing;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.JsonBody;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * What is to be refused at once.
 *
 * @param name a category's key, a jurisdiction, or a scope's name
 * @param reason 10 to 2000 characters
 */
@Schema(name = "LockBody")
public record LockBody(
        @Schema(enumeration = {"category", "jurisdiction", "scope"})
        String kind,

        String name,
        String reason) {

    static LockBody read(@Nullable InputStream stream) {
        JsonBody body = JsonBody.read(stream, "kind", "name", "reason");
        return new LockBody(body.text("kind"), body.text("name"), Proposing.reason(body.prose("reason")));
    }

    /** The lock, of something that the realm has. */
    Lock lock(Configuration current, RealmModel realm, String userId, Instant now) {
        Lock.Kind what = Arrays.stream(Lock.Kind.values())
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .orElseThrow(() -> InvalidCallException.invalid("kind is one of category, jurisdiction, scope"));
        Optional<String> scope = realm.getClientScopesStream()
                .filter(one -> what == Lock.Kind.SCOPE && name.equals(one.getName()))
                .findFirst()
                .map(ClientScopeModel::getId);
        boolean isThere = switch (what) {
            case CATEGORY ->
                current.categories().stream().anyMatch(one -> one.name().equals(name));
            case JURISDICTION ->
                current.categories().stream()
                        .anyMatch(one -> one.config()
                                .getOrDefault("jurisdiction", List.of())
                                .contains(name));
            case SCOPE -> scope.isPresent();
        };
        if (!isThere) {
            throw InvalidCallException.invalid("name is no " + kind + " of this realm");
        }
        return new Lock(UUID.randomUUID().toString(), what, name, scope, reason, userId, now);
    }
}
