/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The types of the query parameters: one name has one type on all paths. */
final class QueryParameters {

    private QueryParameters() {}

    /** Gives a parameter its type; what has one keeps it. */
    static void describe(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.QUERY && parameter.getSchema() == null) {
            parameter.setSchema(
                    switch (parameter.getName()) {
                        case "active", "decidable", "dryRun" ->
                            OASFactory.createSchema().addType(SchemaType.BOOLEAN);
                        case "first" -> number(0).defaultValue(0);
                        case "max" -> number(1).maximum(BigDecimal.valueOf(100)).defaultValue(20);
                        default -> OASFactory.createSchema().addType(SchemaType.STRING);
                    });
        }
    }

    private static Schema number(long least) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.valueOf(least));
    }
}
