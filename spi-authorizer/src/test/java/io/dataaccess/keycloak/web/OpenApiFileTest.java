/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call of the contract is in the generated file. */
final class OpenApiFileTest {

    @ParameterizedTest
    @CsvSource({
        "get, /admin/realms/{realm}/data-access/me, 200",
        "get, /admin/realms/{realm}/data-access/requests, 200",
        "get, /admin/realms/{realm}/data-access/requests/count, 200",
        "get, /admin/realms/{realm}/data-access/requests/{id}, 200",
        "post, /admin/realms/{realm}/data-access/requests/{id}/votes, 200",
        "get, /admin/realms/{realm}/data-access/bundles, 200",
        "get, /admin/realms/{realm}/data-access/bundles/count, 200",
        "get, /admin/realms/{realm}/data-access/grants, 200",
        "get, /admin/realms/{realm}/data-access/grants/count, 200",
        "post, /admin/realms/{realm}/data-access/grants/{id}/revoke, 204",
        "get, /admin/realms/{realm}/data-access/classification, 200",
        "post, /admin/realms/{realm}/data-access/decisions, 200",
        "get, /realms/{realm}/data-access/scopes, 200",
        "get, /realms/{realm}/data-access/service-accounts, 200",
        "get, /realms/{realm}/data-access/requests, 200",
        "get, /realms/{realm}/data-access/requests/{id}, 200",
        "post, /realms/{realm}/data-access/requests, 201",
        "post, /realms/{realm}/data-access/requests, 200",
        "post, /realms/{realm}/data-access/requests, 429",
        "delete, /realms/{realm}/data-access/requests/{id}, 204",
        "post, /realms/{realm}/data-access/requests/{id}/reminders, 200",
        "post, /realms/{realm}/data-access/requests/{id}/reminders, 429",
        "get, /realms/{realm}/data-access/grants, 200",
        "delete, /realms/{realm}/data-access/grants/{id}, 204"
    })
    void describesCallWhenContractHasIt(String method, String path, String status) throws IOException {
        try (InputStream file = OpenApiFileTest.class.getResourceAsStream("/META-INF/openapi/data-access.yaml")) {
            JsonNode paths =
                    new YAMLMapper().readTree(Objects.requireNonNull(file)).path("paths");

            assertThat(paths.path(path).path(method).path("responses").fieldNames())
                    .toIterable()
                    .contains(status, "default");
        }
    }
}
