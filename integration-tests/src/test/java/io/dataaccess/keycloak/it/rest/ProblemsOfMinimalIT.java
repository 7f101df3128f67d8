/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The realm that operators start from, as soon as it has an approver. */
final class ProblemsOfMinimalIT {

    @RegisterExtension
    static final Realm realm = Realm.minimal();

    @Test
    void findsNoErrorWhenSomebodyCanApprove() {
        realm.change(
                found -> found.getAttributes().put("data-access.adminClients", "security-admin-console admin-cli"));
        realm.addUser("first", Map.of(), "/security");

        assertThat(Findings.now(realm.adminRestOf("first")))
                .containsExactly(
                        "WARNING approver_acr_blank at approval policy us-confidential",
                        "WARNING approver_condition_everybody at approval policy us-confidential");
    }
}
