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

/** Online refresh tokens; {@code GrantTypesIT} has the plain cases and the offline ones. */
final class RefreshIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void approve() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
    }

    @Test
    void widensNothingWhenApproved() {
        Answer narrow = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid");

        Outcome.assertOpensNothing(refresh(narrow, "openid us-contact"));
    }

    @Test
    void widensAgainWhenNarrowedBeforeAndStillApproved() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");
        Answer narrow = refresh(wide, "openid");

        Outcome.assertOpensNothing(narrow);
        Outcome.assertOpens(refresh(narrow, "openid us-contact"), grant);
    }

    @Test
    void refusesToWidenAgainWhenBarredSince() {
        approvals.addEmployee("narrowed");
        approvals.give("narrowed", Client.SAMPLE_APP);
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "narrowed", "openid us-contact");
        Answer narrow = refresh(wide, "openid");
        approvals.bar("narrowed");

        Outcome.assertRefused(refresh(narrow, "openid us-contact"), "invalid_grant", "not_eligible");
        Outcome.assertOpensNothing(refresh(narrow, "openid"));
    }

    @Test
    void refusesWhenScopeGainedACategory() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");
        realm.changeCategories("us-contact", "us.user.contact us.user.content.public");
        try {
            Outcome.assertRefused(refresh(wide, ""), "invalid_grant", "approval_required");
            Outcome.assertOpensNothing(refresh(wide, "openid"));
        } finally {
            realm.changeCategories("us-contact", "us.user.contact");
        }
        Outcome.assertOpens(refresh(wide, ""), grant);
    }

    @Test
    void refusesWhenCategoryBecameMoreSensitive() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");
        realm.changeCategory("us.user.contact", "sensitivity", "RESTRICTED");
        try {
            Outcome.assertRefused(refresh(wide, ""), "invalid_grant", "approval_required");
            Outcome.assertOpensNothing(refresh(wide, "openid"));
        } finally {
            realm.changeCategory("us.user.contact", "sensitivity", "CONFIDENTIAL");
        }
        Outcome.assertOpens(refresh(wide, ""), grant);
    }

    @Test
    void asksNoMoreWhenCategoryBecameLessSensitive() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");
        realm.changeCategory("us.user.contact", "sensitivity", "PUBLIC");
        try {
            assertThat(refresh(wide, "").status()).isEqualTo(200);
        } finally {
            realm.changeCategory("us.user.contact", "sensitivity", "CONFIDENTIAL");
        }
    }

    private static Answer refresh(Answer token, String scope) {
        return realm.tokens().refresh(Client.SAMPLE_APP, token.refreshToken(), scope);
    }
}
