/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** A login that the browser remembers for long. */
final class RememberedIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void remember() {
        realm.change(changed -> changed.setRememberMe(true));
    }

    @Test
    void asksForApprovalWhenNotApproved() {
        approvals.addEmployee("remembered");

        Visitor visitor = remembered("remembered").open(url("openid us-contact"));

        Outcome.assertStepUp(visitor);
    }

    @Test
    void opensUntilRevokedWhenApproved() {
        approvals.addEmployee("approved");
        String grant = approvals.give("approved", Client.SAMPLE_APP);
        Visitor visitor = remembered("approved").open(url("openid us-contact"));
        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);

        approvals.revoke(grant);

        Outcome.assertStepUp(visitor.open(url("openid us-contact")));
    }

    private static Visitor remembered(String username) {
        Visitor visitor = new Visitor()
                .open(url("openid"))
                .submit("#kc-form-login", Map.of("username", username, "password", Realm.PASSWORD, "rememberMe", "on"));
        assertThat(visitor.told("code")).isNotEmpty();
        assertThat(realm.user(username).getUserSessions())
                .extracting(UserSessionRepresentation::isRememberMe)
                .containsOnlyOnce(true);
        return visitor;
    }

    private static String url(String scope) {
        return AuthorizationUrl.of(realm, scope).toString();
    }
}
