/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.JsonBody;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * A configuration as it is sent.
 *
 * @param reason why; 10 to 2000 characters
 * @param categories all data categories; as they stand in the realm when left out
 * @param policies all approval policies, likewise
 * @param scopes all guarded scopes, likewise
 * @param approvals how many policy admins must approve a change; as it stands in the realm when left out
 * @param required whether changes need an approval; as it is when left out
 */
@Schema(name = "ConfigurationBody")
public record ConfigurationBody(
        @Nullable String reason,
        @Nullable List<ElementRepresentation> categories,
        @Nullable List<ElementRepresentation> policies,
        @Nullable List<ScopeBody> scopes,
        @Nullable Integer approvals,
        @Nullable Boolean required) {

    private static final String[] FIELDS = {"reason", "categories", "policies", "scopes", "approvals", "required"};
    private static final int MOST_APPROVALS = 999;

    /**
     * A guarded scope.
     *
     * @param name of a client scope of the realm
     * @param categories the keys that it lists
     */
    @Schema(name = "ConfiguredScopeBody")
    public record ScopeBody(String name, List<String> categories) {}

    static ConfigurationBody read(@Nullable InputStream stream) {
        JsonBody body = JsonBody.readLong(stream, FIELDS);
        Optional<Integer> approvals = body.number("approvals");
        if (approvals.filter(number -> number < 1 || number > MOST_APPROVALS).isPresent()) {
            throw InvalidCallException.invalid("approvals is from 1 to " + MOST_APPROVALS);
        }
        return new ConfigurationBody(
                body.prose("reason"),
                elements(body, "categories").orElse(null),
                elements(body, "policies").orElse(null),
                scopes(body).orElse(null),
                approvals.orElse(null),
                body.optionalFlag("required").orElse(null));
    }

    /**
     * Requires that it is a configuration as a whole: what is left out by mistake would be taken as it stands.
     *
     * @throws InvalidCallException when a part of it is left out
     */
    ConfigurationBody requireWhole() {
        if (categories == null || policies == null || scopes == null) {
            throw InvalidCallException.invalid("Send categories, policies and scopes, all of each");
        }
        return this;
    }

    /** The configuration that is meant. What is left out is taken from the one that stands in the realm. */
    Configuration over(Configuration standing, RealmModel realm) {
        return new Configuration(
                categories == null ? standing.categories() : configured(categories),
                policies == null ? standing.policies() : configured(policies),
                scopes == null
                        ? standing.scopes()
                        : scopes.stream().map(scope -> configured(scope, realm)).toList(),
                approvals == null ? standing.approvals() : approvals,
                standing.locks());
    }

    private static Optional<List<ElementRepresentation>> elements(JsonBody body, String field) {
        return body.objects(field, "name", "providerId", "config")
                .map(found -> found.stream()
                        .map(one -> new ElementRepresentation(one.text("name"), one.lists("config")))
                        .toList());
    }

    private static Optional<List<ScopeBody>> scopes(JsonBody body) {
        return body.objects("scopes", "name", "categories")
                .map(found -> found.stream()
                        .map(one -> new ScopeBody(one.text("name"), one.texts("categories")))
                        .toList());
    }

    private static List<ConfiguredElement> configured(List<ElementRepresentation> elements) {
        return elements.stream()
                .map(element -> ConfiguredElement.of(element.name(), element.config()))
                .toList();
    }

    private static ConfiguredScope configured(ScopeBody scope, RealmModel realm) {
        return realm.getClientScopesStream()
                .filter(found -> scope.name().equals(found.getName()))
                .findFirst()
                .map(ClientScopeModel::getId)
                .map(id -> new ConfiguredScope(id, scope.name(), String.join(" ", scope.categories())))
                .orElseThrow(() -> new InvalidCallException(
                        400, "invalid_configuration", "client scope '" + scope.name() + "': is none of this realm"));
    }
}
