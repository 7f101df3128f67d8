/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.login.CallPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CalledEndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /admin/realms",
                "PUT /admin/realms/workforce",
                "DELETE /admin/realms/workforce/users/1",
                "PATCH /admin/realms/workforce/users/1",
                "POST /admin/realms/workforce/partial-export",
                "POST /admin/realms/data-access/users",
                "POST /admin/api/workforce/clients/v2",
                "PATCH /admin/api/workforce/clients/v2/sample-app",
                "POST //admin/realms/workforce/users",
                "POST /admin;data-access/realms/workforce/users",
                "POST /realms/workforce/account",
                "DELETE /realms/workforce/account/credentials/1",
                "POST /realms/workforce/clients-registrations/openid-connect",
                "POST /realms/workforce/authz/protection/uma-policy/1",
                "POST /realms/workforce/scim/v2/Users",
                "POST /realms/workforce/protocol/oid4vc/credential",
                "GET /realms/workforce/protocol/oid4vc/create-credential-offer",
                "GET /realms/workforce/broker/company/link",
                "POST /realms/workforce/of-another-extension",
                "POST /realms/workforce/protocol/openid-connect/ext/of-another-extension",
                "POST /realms/openid-connect",
                "POST /"
            })
    void changesWhenTokenIsImpersonated(String call) {
        assertThat(endpoint(call).changesByToken()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /admin/realms/workforce/users",
                "HEAD /admin/realms/workforce/users",
                "OPTIONS /admin/realms/workforce/users",
                "GET /realms/workforce/account",
                "GET /realms/workforce/clients-registrations/openid-connect/sample-app",
                "POST /realms/workforce/protocol/openid-connect/token",
                "POST /realms/workforce/protocol/openid-connect/userinfo",
                "POST /realms/workforce/data-access/requests",
                "POST /admin/realms/workforce/data-access/decisions"
            })
    void changesNothingWhenItReadsOrIsLookedAtElsewhere(String call) {
        assertThat(endpoint(call).changesByToken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /realms/workforce/account",
                "POST /realms/workforce/account/v1alpha1",
                "DELETE /realms/workforce/account/credentials/1",
                "PUT /realms/workforce/account/v1/credentials/1/label",
                "DELETE /realms/workforce/account/linked-accounts/company",
                "DELETE /realms/workforce/account/verifiable-credentials/1",
                "POST /realms/workforce/account/of-a-later-keycloak",
                "DELETE /realms/workforce/account/x/sessions"
            })
    void changesLoginsWhenItMayGiveOrTakeAWayToLogIn(String call) {
        assertThat(endpoint(call).changesLogins()).isTrue();
        assertThat(endpoint(call).changesAccount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /realms/workforce/account/sessions",
                "DELETE /realms/workforce/account/v1alpha1/sessions/1",
                "POST /realms/workforce/account/applications/sample-app/consent",
                "PUT /realms/workforce/account/resources/1/permissions"
            })
    void changesNoLoginWhenItEndsThemOrGivesConsent(String call) {
        assertThat(endpoint(call).changesLogins()).isFalse();
        assertThat(endpoint(call).changesAccount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /realms/workforce/account/credentials",
                "POST /realms/workforce/data-access/requests",
                "POST /realms/workforce/login-actions/required-action",
                "DELETE /admin/realms/workforce/users/1/credentials/1"
            })
    void changesNoAccountWhenItReadsOrIsElsewhere(String call) {
        assertThat(endpoint(call).changesLogins()).isFalse();
        assertThat(endpoint(call).changesAccount()).isFalse();
    }

    @Test
    void linksWhenItIsTheDeprecatedEndpoint() {
        assertThat(endpoint("GET /realms/workforce/broker/company/link").links())
                .isTrue();
        assertThat(endpoint("GET /realms/workforce/broker/company/endpoint").links())
                .isFalse();
    }

    @Test
    void looksAtTheCookieWhenKeycloakDoes() {
        assertThat(endpoint("POST /realms/workforce/account").changesByCookie()).isTrue();
        assertThat(endpoint("GET /realms/workforce/broker/company/link").changesByCookie())
                .isTrue();
        assertThat(endpoint("GET /realms/workforce/account").changesByCookie()).isFalse();
        assertThat(endpoint("POST /realms/workforce/login-actions/required-action")
                        .changesByCookie())
                .isFalse();
        assertThat(endpoint("POST /admin/realms").changesByCookie()).isFalse();
    }

    @Test
    void namesTheCallWhenItIsWrittenDown() {
        assertThat(endpoint("DELETE /realms/workforce/account/sessions")).hasToString("DELETE /account/sessions");
        assertThat(endpoint("POST /admin/realms/workforce/users")).hasToString("POST /admin/realms/workforce/users");
    }

    private static CalledEndpoint endpoint(String call) {
        String[] parts = call.split(" ", 2);
        return new CalledEndpoint(parts[0], CallPath.segments(parts[1]));
    }
}
