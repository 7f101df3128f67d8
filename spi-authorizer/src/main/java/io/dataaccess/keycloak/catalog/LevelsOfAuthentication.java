/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import io.dataaccess.keycloak.policy.AcrLevels;
import java.io.IOException;
import java.util.Map;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Reads the realm's map of acr values; one that cannot be read knows no values, so that nobody's login is strong. */
final class LevelsOfAuthentication {

    private LevelsOfAuthentication() {}

    static AcrLevels of(RealmModel realm) {
        String map = realm.getAttribute(Constants.ACR_LOA_MAP);
        if (map == null || map.isBlank()) {
            return new AcrLevels(Map.of());
        }
        try {
            return new AcrLevels(JsonSerialization.readValue(map, new TypeReference<Map<String, Integer>>() {}));
        } catch (IOException e) {
            return new AcrLevels(Map.of());
        }
    }
}
