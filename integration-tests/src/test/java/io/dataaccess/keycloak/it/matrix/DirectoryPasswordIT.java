/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Directory;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** A login waits while its password changes through Keycloak in a directory: Keycloak has no record of it that would differ. */
final class DirectoryPasswordIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Directory directory = Directory.start();
    private static final Approvals approvals = new Approvals(realm);
    private static final AtomicInteger employees = new AtomicInteger();

    private final String employee = "listed" + employees.incrementAndGet();
    private final Visitor parked = new Visitor();

    @BeforeAll
    static void join() {
        directory.joinTo(realm);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @BeforeEach
    void addEmployee() {
        approvals.addEmployee(employee);
        assertThat(realm.user(employee).getConfiguredUserStorageCredentialTypes())
                .contains(CredentialRepresentation.PASSWORD);
    }

    /** Who sets it where. */
    enum Change {
        BY_ADMINISTRATOR(it -> realm.user(it.employee).resetPassword(password())),
        BY_ADMINISTRATOR_WITH_THE_ACCOUNT(
                it -> realm.changeUser(it.employee, user -> user.setCredentials(List.of(password())))),
        BY_THE_PERSON_ELSEWHERE(it -> it.setPassword(new Visitor()
                .open(AuthorizationUrl.of(realm, "openid")
                        .with("kc_action", "UPDATE_PASSWORD")
                        .toString())
                .signIn(it.employee)));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<DirectoryPasswordIT> change;

        Change(Consumer<DirectoryPasswordIT> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsToLoginWhenPasswordWasChanged(Change change) {
        Outcome.assertStepUp(signIn());

        change.change.accept(this);

        assertAtLogin(refresh());
    }

    @Test
    void waitsWhenPasswordOfSomebodyElseWasChanged() {
        approvals.addEmployee(employee + "b");
        Outcome.assertStepUp(signIn());

        realm.user(employee + "b").resetPassword(password());

        Outcome.assertStepUp(refresh());
    }

    @Test
    void opensWhenPasswordWasSetOnAPageOfTheLogin() {
        String grant = approvals.give(employee, Client.SAMPLE_APP);
        askToSetPassword();
        signIn();

        setPassword(parked);

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, parked.told("code")), grant);
    }

    @Test
    void sendsToLoginWhenThePersonHadSetItElsewhereBefore() {
        askToSetPassword();
        signIn();
        setPassword(new Visitor().open(url()).signIn(employee));

        setPassword(parked);

        assertAtLogin(parked);
    }

    /** By a change of the account, so that a login of the same second would count as before. */
    private void askToSetPassword() {
        realm.changeUser(employee, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));
        Instant later = Instant.now().plusSeconds(1);
        await().until(() -> !Instant.now().isBefore(later));
    }

    private Visitor signIn() {
        return parked.open(url()).signIn(employee);
    }

    private void setPassword(Visitor visitor) {
        visitor.submit(
                "#kc-passwd-update-form", Map.of("password-new", Realm.PASSWORD, "password-confirm", Realm.PASSWORD));
    }

    private Visitor refresh() {
        return parked.open(parked.page().select("[data-refresh-url]").attr("data-refresh-url"));
    }

    private static void assertAtLogin(Visitor visitor) {
        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().select("#kc-form-login"))
                .as(visitor.page().text())
                .hasSize(1);
        assertThat(visitor.page().text()).contains("Please sign in again");
    }

    private static String url() {
        return AuthorizationUrl.of(realm, "openid us-contact").toString();
    }

    private static CredentialRepresentation password() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(Realm.PASSWORD);
        return password;
    }
}
