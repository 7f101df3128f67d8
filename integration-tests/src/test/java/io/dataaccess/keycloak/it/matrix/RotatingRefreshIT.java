/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens that may be used once. */
final class RotatingRefreshIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void rotate() {
        realm.change(changed -> {
            changed.setRevokeRefreshToken(true);
            changed.setRefreshTokenMaxReuse(0);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid us-contact", "openid us-contact offline_access"})
    void goesOnNarrowWhenNarrowedBeforeTheEnd(String scope) {
        String name = scope.contains("offline") ? "offline" : "online";
        approvals.addEmployee(name);
        approvals.give(name, Client.SAMPLE_APP);
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, name, scope);
        String narrow = scope.replace("us-contact ", "").replace(" us-contact", "");
        Answer narrowed = refresh(wide, narrow);
        approvals.bar(name);

        Answer after = refresh(narrowed, narrow);
        Outcome.assertOpensNothing(after);
        Outcome.assertOpensNothing(refresh(after, narrow));
    }

    @Test
    void goesOnWideWhenApproved() {
        approvals.addEmployee("approved");
        String grant = approvals.give("approved", Client.SAMPLE_APP);
        Answer first = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");

        Answer second = refresh(first, "");
        Answer third = refresh(second, "");

        Outcome.assertOpens(second, grant);
        Outcome.assertOpens(third, grant);
    }

    @Test
    void refusesEveryUseWhenBarred() {
        approvals.addEmployee("barred");
        approvals.give("barred", Client.SAMPLE_APP);
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "barred", "openid us-contact");
        approvals.bar("barred");

        Outcome.assertRefused(refresh(wide, ""), "invalid_grant", "not_eligible");
        assertThat(refresh(wide, "").error()).isEqualTo("invalid_grant");
    }

    private static Answer refresh(Answer token, String scope) {
        return realm.tokens().refresh(Client.SAMPLE_APP, token.refreshToken(), scope);
    }
}
