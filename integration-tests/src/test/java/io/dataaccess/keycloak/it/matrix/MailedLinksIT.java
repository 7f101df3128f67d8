/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.MailServer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** Keycloak's pages of an account that a mail leads to, or that a mail is sent from: they work, while the login holds. */
final class MailedLinksIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final MailServer mail = new MailServer();
    private static final Approvals approvals = new Approvals(realm);
    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final AtomicInteger employees = new AtomicInteger();
    private static final String NEW = "of the person";
    private static final String RESET = "of the administrator";

    private final String employee = "mailed" + employees.incrementAndGet();
    private final Visitor browser = new Visitor();
    private String tokenOfConsole = "";

    @BeforeAll
    static void open() {
        mail.start();
        realm.change(changed -> {
            changed.setSmtpServer(mail.settings());
            changed.setResetPasswordAllowed(true);
        });
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
    }

    @AfterAll
    static void close() {
        mail.close();
    }

    /** While nothing waits for them, which would be asked for first. */
    @BeforeEach
    void addEmployee() {
        approvals.addEmployee(employee);
        tokenOfConsole =
                realm.tokens().password(ACCOUNT_CONSOLE, employee, "openid").accessToken();
    }

    /** How an account is taken back from somebody. */
    enum End {
        PASSWORD_RESET(it -> realm.user(it.employee).resetPassword(password(RESET))),
        LOGGED_OUT_BY_ADMIN(it -> realm.user(it.employee).logout()),
        SIGNED_OUT_EVERYWHERE(it ->
                assertThat(realm.signOutEverywhere(it.tokenOfConsole).status()).isEqualTo(204)),
        DISABLED_FOR_A_WHILE(it -> {
            realm.changeUser(it.employee, user -> user.setEnabled(false));
            realm.changeUser(it.employee, user -> user.setEnabled(true));
        });

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<MailedLinksIT> event;

        End(Consumer<MailedLinksIT> event) {
            this.event = event;
        }
    }

    /** An administrator asks the person to do something about the account. */
    @Nested
    final class OfAnAdministrator {

        @Test
        void setsPasswordWhenNothingHasEnded() {
            follow("UPDATE_PASSWORD", "UPDATE_PROFILE");

            leaveProfile();
            setPassword(browser);

            assertThat(browser.page().text()).contains("Your account has been updated");
            assertPasswordIs(NEW);
        }

        @Test
        void setsPasswordWhenTheAccountWasTakenBackBefore() {
            End.PASSWORD_RESET.event.accept(MailedLinksIT.this);
            End.LOGGED_OUT_BY_ADMIN.event.accept(MailedLinksIT.this);
            waitForNextSecond();
            follow("UPDATE_PASSWORD");

            setPassword(browser);

            assertPasswordIs(NEW);
        }

        @ParameterizedTest
        @EnumSource
        void setsNoPasswordWhenLoginHasEndedOnThePage(End end) {
            follow("UPDATE_PASSWORD");

            end.event.accept(MailedLinksIT.this);
            setPassword(browser);

            assertAtLogin();
            assertPasswordIs(end == End.PASSWORD_RESET ? RESET : Realm.PASSWORD);
        }

        private void follow(String... actions) {
            realm.user(employee).executeActionsEmail(List.of(actions));
            browser.open(mailTo(employee).link()).click("#kc-info-message a");
        }
    }

    @Nested
    final class OfAForgottenPassword {

        @Test
        void setsPasswordAndGoesOnWhenNothingHasEnded() {
            browser.open(askForLink().link());

            setPassword(browser);

            assertThat(browser.told("code")).isNotEmpty();
            assertPasswordIs(NEW);
        }

        @Test
        void setsPasswordWhenLinkIsOpenedInAnotherBrowser() {
            Visitor other = new Visitor().open(askForLink().link());

            setPassword(other);

            assertPasswordIs(NEW);
        }

        @Test
        void opensWhenPasswordIsForgottenOnTheWayToGuardedData() {
            String grant = approvals.give(employee, Client.SAMPLE_APP);
            browser.open(askForLink("openid us-contact").link());

            setPassword(browser);

            Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, browser.told("code")), grant);
        }

        @ParameterizedTest
        @EnumSource
        void setsNoPasswordWhenLoginHasEndedOnThePage(End end) {
            browser.open(askForLink().link());

            end.event.accept(MailedLinksIT.this);
            setPassword(browser);

            assertAtLogin();
            assertPasswordIs(end == End.PASSWORD_RESET ? RESET : Realm.PASSWORD);
        }

        private Mail askForLink() {
            return askForLink("openid");
        }

        private Mail askForLink(String scope) {
            browser.open(url(scope).toString())
                    .click("a[href*=reset-credentials]")
                    .submit("#kc-reset-password-form", Map.of("username", employee));
            return mailTo(employee);
        }
    }

    @Nested
    final class OfAnAddressToVerify {

        @Test
        void goesOnWhenNothingHasEnded() {
            browser.open(askToVerify().link());

            assertThat(browser.told("code")).isNotEmpty();
            assertThat(realm.user(employee).toRepresentation().isEmailVerified())
                    .isTrue();
        }

        @Test
        void verifiesWhenLinkIsOpenedInAnotherBrowser() {
            new Visitor().open(askToVerify().link()).click("#kc-info-message a");

            assertThat(realm.user(employee).toRepresentation().isEmailVerified())
                    .isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void sendsToLoginWhenLoginHasEndedMeanwhile(End end) {
            Mail verify = askToVerify();

            end.event.accept(MailedLinksIT.this);
            browser.open(verify.link());

            assertAtLogin();
        }

        private Mail askToVerify() {
            realm.changeUser(employee, user -> user.setRequiredActions(List.of("VERIFY_EMAIL")));
            waitForNextSecond();
            browser.open(url("openid").toString()).signIn(employee);
            return mailTo(employee);
        }
    }

    @Nested
    final class OfAnotherAddress {

        private final String address = employee + "-new";

        @BeforeEach
        void verifyAddresses() {
            register("UPDATE_EMAIL");
            switchOn("UPDATE_EMAIL");
            RequiredActionConfigRepresentation config = new RequiredActionConfigRepresentation();
            config.setConfig(Map.of("verifyEmail", "true"));
            realm.admin().flows().updateRequiredActionConfig("UPDATE_EMAIL", config);
        }

        @Test
        void changesAddressWhenNothingHasEnded() {
            Mail confirm = askForChange();

            new Visitor().open(confirm.link());

            assertThat(email()).isEqualTo(address + "@clips.example");
        }

        @Test
        void changesAddressWhenAnotherAccountWasTakenBack() {
            Mail confirm = askForChange();
            approvals.addEmployee(employee + "b");
            realm.user(employee + "b").logout();

            new Visitor().open(confirm.link());

            assertThat(email()).isEqualTo(address + "@clips.example");
        }

        /** Whoever has the new address could set another password afterwards. */
        @ParameterizedTest
        @EnumSource
        void changesNothingWhenTheAccountWasTakenBackSince(End end) {
            Mail confirm = askForChange();

            end.event.accept(MailedLinksIT.this);
            Visitor thief = new Visitor().open(confirm.link());

            assertThat(thief.status()).isEqualTo(400);
            assertThat(email()).isEqualTo(employee + "@clips.example");
        }

        @Test
        void changesNothingWhenThePersonSetAnotherPasswordElsewhere() {
            Visitor elsewhere = new Visitor()
                    .open(url("openid").with("kc_action", "UPDATE_PASSWORD").toString())
                    .signIn(employee);
            Mail confirm = askForChange();
            setPassword(elsewhere);

            Visitor thief = new Visitor().open(confirm.link());

            assertThat(thief.status()).isEqualTo(400);
            assertThat(email()).isEqualTo(employee + "@clips.example");
        }

        @ParameterizedTest
        @EnumSource
        void mailsNothingWhenLoginHasEndedOnThePage(End end) {
            openPage();

            end.event.accept(MailedLinksIT.this);
            sendPage();

            assertAtLogin();
            assertThat(mail.take()).extracting(Mail::to).doesNotContain(address);
        }

        private Mail askForChange() {
            openPage();
            sendPage();
            return mailTo(address);
        }

        private void openPage() {
            browser.open(url("openid").with("kc_action", "UPDATE_EMAIL").toString())
                    .signIn(employee);
        }

        private void sendPage() {
            browser.submit("#kc-update-email-form", Map.of("email", address + "@clips.example"));
        }

        private String email() {
            return realm.user(employee).toRepresentation().getEmail();
        }
    }

    @Nested
    final class OfNoReturn {

        @BeforeEach
        void letEmployeeDeleteTheAccount() {
            switchOn("delete_account");
            String account =
                    realm.admin().clients().findByClientId("account").get(0).getId();
            realm.user(employee)
                    .roles()
                    .clientLevel(account)
                    .add(List.of(realm.admin()
                            .clients()
                            .get(account)
                            .roles()
                            .get("delete-account")
                            .toRepresentation()));
            browser.open(url("openid").with("kc_action", "delete_account").toString())
                    .signIn(employee);
        }

        @Test
        void deletesAccountWhenNothingHasEnded() {
            browser.submit("form", Map.of());

            assertThat(realm.admin().users().searchByUsername(employee, true)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void deletesNothingWhenLoginHasEnded(End end) {
            end.event.accept(MailedLinksIT.this);

            browser.submit("form", Map.of());

            assertAtLogin();
            assertThat(realm.admin().users().searchByUsername(employee, true)).hasSize(1);
        }
    }

    /** Realms that were made by a file do not have it. */
    private static void register(String action) {
        realm.admin().flows().getUnregisteredRequiredActions().stream()
                .filter(found -> found.getProviderId().equals(action))
                .forEach(realm.admin().flows()::registerRequiredAction);
    }

    private static void switchOn(String action) {
        RequiredActionProviderRepresentation found = realm.admin().flows().getRequiredAction(action);
        found.setEnabled(true);
        realm.admin().flows().updateRequiredAction(action, found);
    }

    /** The last mail to this address. */
    /** With a link of Keycloak's: what we mail of requests and access comes when it comes. */
    private static Mail mailTo(String username) {
        List<Mail> mails = new ArrayList<>();
        await().until(() -> {
            mail.take().stream()
                    .filter(each -> each.to().equals(username))
                    .filter(each -> each.text().contains("/login-actions/action-token"))
                    .forEach(mails::add);
            return !mails.isEmpty();
        });
        return mails.get(mails.size() - 1);
    }

    private static void setPassword(Visitor visitor) {
        visitor.submit("#kc-passwd-update-form", Map.of("password-new", NEW, "password-confirm", NEW));
    }

    private void leaveProfile() {
        browser.submit(
                "#kc-update-profile-form",
                Map.of(
                        "email", employee + "@clips.example",
                        "firstName", "Mailed",
                        "lastName", "Test"));
    }

    private void assertAtLogin() {
        assertThat(browser.isAtApplication()).isFalse();
        assertThat(browser.page().select("#kc-form-login"))
                .as(browser.page().text())
                .hasSize(1);
        assertThat(browser.page().text()).contains("Please sign in again");
    }

    private void assertPasswordIs(String expected) {
        waitForNextSecond();
        for (String password : List.of(Realm.PASSWORD, RESET, NEW)) {
            Visitor visitor = new Visitor()
                    .open(url("openid").toString())
                    .submit("#kc-form-login", Map.of("username", employee, "password", password));
            assertThat(visitor.isAtApplication()).as(password).isEqualTo(password.equals(expected));
        }
    }

    /** A second in which the account was logged out counts as before. */
    private static void waitForNextSecond() {
        Instant later = Instant.now().plusSeconds(1);
        await().until(() -> !Instant.now().isBefore(later));
    }

    private static CredentialRepresentation password(String value) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(value);
        return password;
    }

    private static AuthorizationUrl url(String scope) {
        return AuthorizationUrl.of(realm, scope);
    }
}
