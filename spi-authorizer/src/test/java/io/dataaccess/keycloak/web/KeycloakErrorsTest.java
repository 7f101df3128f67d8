/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.login.CallPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeycloakErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "/realms/r/data-access, true",
        "/realms/r/data-access/requests, true",
        "/admin/realms/r/data-access/me, true",
        "/realms/data-access/account, false",
        "/realms/r/account/data-access, false",
        "/admin/realms/r/clients, false",
        "/admin/data-access, false",
        "/, false"
    })
    void knowsOurPaths(String path, boolean ours) {
        assertThat(KeycloakErrors.isOurs(CallPath.segments(path))).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "401, invalid_token",
        "403, forbidden",
        "404, not_found",
        "405, method_not_allowed",
        "406, not_acceptable",
        "415, unsupported_media_type",
        "418, invalid_request",
        "500, unknown_error"
    })
    void hasACodeForEachStatus(int status, String code) {
        assertThat(KeycloakErrors.body(status).error()).isEqualTo(code);
    }
}
