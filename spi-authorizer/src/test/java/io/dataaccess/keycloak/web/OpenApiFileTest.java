/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
        "put, /admin/realms/{realm}/data-access/classification, 200",
        "get, /admin/realms/{realm}/data-access/changes, 200",
        "get, /admin/realms/{realm}/data-access/changes/count, 200",
        "get, /admin/realms/{realm}/data-access/changes/{id}, 200",
        "post, /admin/realms/{realm}/data-access/changes, 201",
        "post, /admin/realms/{realm}/data-access/changes/preview, 200",
        "post, /admin/realms/{realm}/data-access/changes/{id}/votes, 200",
        "delete, /admin/realms/{realm}/data-access/changes/{id}, 204",
        "get, /admin/realms/{realm}/data-access/locks, 200",
        "post, /admin/realms/{realm}/data-access/locks, 201",
        "delete, /admin/realms/{realm}/data-access/locks/{id}, 202",
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
        assertThat(paths().path(path).path(method).path("responses").fieldNames())
                .toIterable()
                .contains(status, "default");
    }

    /** As BadInputIT finds them: a parameter that is not known is refused. Order and page of a list say nothing to its count. */
    @ParameterizedTest
    @CsvSource({
        "admin/realms/{realm}/data-access/me, ''",
        "admin/realms/{realm}/data-access/requests,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "admin/realms/{realm}/data-access/requests/count,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo",
        "admin/realms/{realm}/data-access/bundles,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "admin/realms/{realm}/data-access/bundles/count,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo",
        "admin/realms/{realm}/data-access/grants,"
                + " active subject clientId scope search endingBefore dateFrom dateTo sort first max",
        "admin/realms/{realm}/data-access/grants/count,"
                + " active subject clientId scope search endingBefore dateFrom dateTo",
        "admin/realms/{realm}/data-access/classification, ''",
        "admin/realms/{realm}/data-access/changes, status first max",
        "admin/realms/{realm}/data-access/changes/count, status",
        "admin/realms/{realm}/data-access/locks, ''",
        "realms/{realm}/data-access/scopes, clientId subject",
        "realms/{realm}/data-access/service-accounts, ''",
        "realms/{realm}/data-access/requests, sort first max",
        "realms/{realm}/data-access/grants, active first max"
    })
    void namesTheParametersOfAQuery(String path, String names) throws IOException {
        JsonNode parameters = paths().path("/" + path).path("get").path("parameters");

        assertThat(parameters)
                .filteredOn(parameter -> parameter.path("in").asText().equals("query"))
                .extracting(parameter -> parameter.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    private static JsonNode paths() throws IOException {
        try (InputStream file = OpenApiFileTest.class.getResourceAsStream("/META-INF/openapi/data-access.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file)).path("paths");
        }
    }
}
