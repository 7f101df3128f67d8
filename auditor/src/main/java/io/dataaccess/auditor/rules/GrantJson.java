/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the REST API says of a grant. */
public final class GrantJson {

    private GrantJson() {}

    public static GrantFields fields(JsonNode grant) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("requestId", "purpose", "approvedAt", "approvedUntil", "endedAt")) {
            if (grant.has(field)) {
                fields.put(
                        field,
                        grant.path(field).isNull() ? "" : grant.path(field).asText());
            }
        }
        if (grant.has("categories")) {
            fields.put("categories", AskedFor.categories(grant.path("categories")));
        }
        return new GrantFields(fields);
    }
}
