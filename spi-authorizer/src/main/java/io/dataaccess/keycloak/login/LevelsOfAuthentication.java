/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import com.fasterxml.jackson.core.type.TypeReference;
import io.dataaccess.keycloak.policy.AcrLevels;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/**
 * Reads the maps of acr values to levels as Keycloak does, but for what is broken in them: a name without a number is
 * unknown, and a map that cannot be read knows no name, so that nobody's login is strong.
 */
public final class LevelsOfAuthentication {

    private LevelsOfAuthentication() {}

    /** The realm's map, whatever maps its clients have: policies are the realm's. */
    public static AcrLevels of(RealmModel realm) {
        return new AcrLevels(read(realm.getAttribute(Constants.ACR_LOA_MAP)).orElse(Map.of()));
    }

    /** The map by which Keycloak understands a login request of this client: its own, else the realm's. */
    public static AcrLevels of(ClientModel client) {
        return own(client).orElseGet(() -> of(client.getRealm()));
    }

    /** The client's own map; empty when it has none, so that the realm's holds. */
    public static Optional<AcrLevels> own(ClientModel client) {
        return read(client.getAttribute(Constants.ACR_LOA_MAP))
                .filter(map -> !map.isEmpty())
                .map(AcrLevels::new);
    }

    /** Whether the realm's map says less than was written: it cannot be read, or leaves a name without a number. */
    public static boolean isBroken(RealmModel realm) {
        String text = realm.getAttribute(Constants.ACR_LOA_MAP);
        return text != null
                && !text.isBlank()
                && parse(text).filter(map -> !map.containsValue(null)).isEmpty();
    }

    private static Optional<Map<String, Integer>> read(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(written -> !written.isBlank())
                .flatMap(LevelsOfAuthentication::parse)
                .map(LevelsOfAuthentication::numbered);
    }

    private static Map<String, Integer> numbered(Map<String, @Nullable Integer> map) {
        Map<String, Integer> numbered = new HashMap<>();
        map.forEach((name, level) -> {
            if (level != null) {
                numbered.put(name, level);
            }
        });
        return numbered;
    }

    private static Optional<Map<String, @Nullable Integer>> parse(String text) {
        try {
            // JSON's null is no map.
            return Optional.ofNullable(
                    JsonSerialization.readValue(text, new TypeReference<Map<String, @Nullable Integer>>() {}));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
