/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * What Keycloak would drop without a word when a component is changed: a field that it does not know keeps its old value,
 * and a blank first value takes the others along (26.7.3). {@code validateConfiguration} sees only what is left.
 */
public final class UnknownFields {

    private static final Map<String, List<String>> KNOWN = Map.of(
            DataCategoryProvider.class.getName(), CategoryReader.FIELDS,
            ApprovalPolicyProvider.class.getName(), PolicyFields.NAMES);

    private UnknownFields() {}

    /**
     * What is wrong with the fields as they were sent; empty when all of them would arrive, and for components of others.
     *
     * @param type the component's provider type
     */
    public static Optional<String> complaint(String type, Map<String, List<String>> fields) {
        List<String> known = KNOWN.get(type);
        if (known == null) {
            return Optional.empty();
        }
        try {
            ComponentConfig config = new ComponentConfig(fields);
            config.requireOnly(known);
            known.forEach(field -> requireArriving(field, config.list(field)));
            return Optional.empty();
        } catch (InvalidComponentException e) {
            return Optional.of(e.complaint());
        }
    }

    /** Keycloak takes the word that it hides secrets behind for "as it was" (26.7.3). */
    private static void requireArriving(String field, List<String> values) {
        if (values.contains(ComponentRepresentation.SECRET_VALUE)) {
            throw new InvalidComponentException(field, "has a value that Keycloak would not store");
        }
    }
}
