/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.keycloak.representations.idm.CredentialRepresentation;

/** How an account is taken back from whoever has got into it; its password is the same afterwards. */
enum AccountEnd {
    PASSWORD_RESET((realm, username) -> {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(Realm.PASSWORD);
        realm.user(username).resetPassword(password);
    }),
    LOGGED_OUT_BY_ADMIN((realm, username) -> realm.user(username).logout()),
    SIGNED_OUT_EVERYWHERE((realm, username) -> {
        String token = realm.tokens()
                .password(new Client("account-console", ""), username, "openid")
                .accessToken();
        assertThat(realm.signOutEverywhere(token).status()).isEqualTo(204);
    }),
    DISABLED_FOR_A_WHILE((realm, username) -> {
        realm.changeUser(username, user -> user.setEnabled(false));
        realm.changeUser(username, user -> user.setEnabled(true));
    }),
    NOT_BEFORE_PUSHED((realm, username) -> realm.admin().logoutAll());

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiConsumer<Realm, String> event;

    AccountEnd(BiConsumer<Realm, String> event) {
        this.event = event;
    }

    /** Lets people sign in where one of the ends starts. */
    static void prepare(Realm realm) {
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
    }

    void happen(Realm realm, String username) {
        event.accept(realm, username);
    }

    /** Until that second is over, which counts as before. */
    void happenBefore(Realm realm, String username) {
        happen(realm, username);
        waitForNextSecond();
    }

    static void waitForNextSecond() {
        Instant later = Instant.now().plusSeconds(1);
        await().until(() -> !Instant.now().isBefore(later));
    }
}
