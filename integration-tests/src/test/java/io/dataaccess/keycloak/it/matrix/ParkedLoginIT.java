/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Totp;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.admin.client.resource.WorkflowsResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.workflows.WorkflowRepresentation;
import org.keycloak.representations.workflows.WorkflowStepRepresentation;

/** A login waits before the page that asks for access while something happens to the account or the realm. */
final class ParkedLoginIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);
    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final AtomicInteger employees = new AtomicInteger();
    private static final Map<String, String> ASK = Map.of(
            "action", "file",
            "purpose", "legal-request",
            "justification", "A court asks for one user",
            "duration", "PT1H");

    private final String employee = "parked" + employees.incrementAndGet();
    private final Visitor parked = new Visitor();
    private Instant parkedAt = Instant.EPOCH;

    @BeforeAll
    static void openAccountConsole() {
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
    }

    @AfterEach
    void resetRealm() {
        realm.change(changed -> {
            changed.setNotBefore(0);
            changed.setSsoSessionMaxLifespan(36000);
            changed.setBruteForceProtected(false);
        });
        realm.changeClient(Client.SAMPLE_APP.id(), client -> client.setNotBefore(0));
    }

    /** What ends a login that waits. */
    enum End {
        PASSWORD_CHANGED(it -> realm.user(it.employee).resetPassword(password())),
        PASSWORD_CHANGED_WITH_ACCOUNT(
                it -> realm.changeUser(it.employee, user -> user.setCredentials(List.of(password())))),
        PASSWORD_REMOVED(it -> realm.user(it.employee)
                .credentials()
                .forEach(credential -> realm.user(it.employee).removeCredential(credential.getId()))),
        LOGGED_OUT_BY_ADMIN(it -> realm.user(it.employee).logout()),
        SIGNED_OUT_EVERYWHERE(it -> {
            String token = realm.tokens()
                    .password(ACCOUNT_CONSOLE, it.employee, "openid")
                    .accessToken();
            assertThat(realm.signOutEverywhere(token).status()).isEqualTo(204);
        }),
        /** Keycloak has no session to end then, and says nothing. */
        SIGNED_OUT_ELSEWHERE(it -> {
            String token = realm.tokens()
                    .password(ACCOUNT_CONSOLE, it.employee, "openid")
                    .accessToken();
            assertThat(realm.signOutElsewhere(token).status()).isEqualTo(204);
        }),
        NOT_BEFORE_OF_REALM(it -> realm.change(changed -> changed.setNotBefore(now()))),
        NOT_BEFORE_OF_CLIENT(it -> realm.changeClient(Client.SAMPLE_APP.id(), client -> client.setNotBefore(now()))),
        DISABLED(it -> realm.changeUser(it.employee, user -> user.setEnabled(false))),
        DISABLED_FOR_A_WHILE(it -> {
            realm.changeUser(it.employee, user -> user.setEnabled(false));
            realm.changeUser(it.employee, user -> user.setEnabled(true));
        }),
        /** Without an admin event. */
        DISABLED_FOR_A_WHILE_BY_A_WORKFLOW(it -> {
            it.runWorkflow(WorkflowStepRepresentation.create().of("disable-user"));
            await().until(() -> !realm.user(it.employee).toRepresentation().isEnabled());
            realm.changeUser(it.employee, user -> user.setEnabled(true));
        }),
        /** Nobody waits for longer than a session lasts. */
        WAITED_TOO_LONG(it -> {
            realm.change(changed -> changed.setSsoSessionMaxLifespan(1));
            waitUntil(it.parkedAt.plusSeconds(2));
        });

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ParkedLoginIT> event;

        End(Consumer<ParkedLoginIT> event) {
            this.event = event;
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsToLoginWhenLoginHasEnded(End end) {
        park();

        end.event.accept(this);

        assertAtLogin(refresh());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PASSWORD_CHANGED",
                "SIGNED_OUT_ELSEWHERE",
                "DISABLED_FOR_A_WHILE",
                "DISABLED_FOR_A_WHILE_BY_A_WORKFLOW"
            })
    void filesNothingWhenLoginHasEnded(End end) {
        park();

        end.event.accept(this);
        parked.submit("#kc-data-access-form", ASK);

        assertAtLogin(parked);
        assertThat(requests()).isEmpty();
    }

    /** Keycloak notes whatever action an address names as the one that was answered last (26.7.3). */
    @ParameterizedTest
    @EnumSource(names = {"PASSWORD_CHANGED", "PASSWORD_CHANGED_WITH_ACCOUNT", "PASSWORD_REMOVED"})
    void sendsToLoginWhenAddressNamedAnotherActionBefore(End end) {
        park();
        nameAnotherAction();

        end.event.accept(this);

        assertAtLogin(refresh());
    }

    @Test
    void waitsWhenAddressNamedAnotherActionAndNothingHasEnded() {
        park();
        nameAnotherAction();

        Outcome.assertStepUp(refresh());
    }

    @Test
    void opensWhenPasswordWasSetOnAPageOfTheLogin() {
        askToSetPassword();
        Outcome.assertStepUp(setPassword());
        // Another login of the second of a new password counts as before it.
        waitUntil(Instant.now().plusSeconds(1));
        String grant = approvals.give(employee, Client.SAMPLE_APP);

        refresh();

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, parked.told("code")), grant);
    }

    @Test
    void sendsToLoginWhenPasswordWasChangedBeforeThatPageWasSent() {
        askToSetPassword();
        End.PASSWORD_CHANGED_WITH_ACCOUNT.event.accept(this);

        assertAtLogin(setPassword());
    }

    @ParameterizedTest
    @EnumSource
    void sendsToLoginWhenConsentIsPostedAndLoginHasEnded(End end) {
        park();
        approvals.give(employee, Client.SAMPLE_APP);

        end.event.accept(this);

        assertAtLogin(parked.postConsent());
    }

    @Test
    void opensWhenConsentIsPostedAndNothingHasEnded() {
        park();
        String grant = approvals.give(employee, Client.SAMPLE_APP);

        parked.postConsent();

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, parked.told("code")), grant);
    }

    @Test
    void waitsWhenAWorkflowDidSomethingElse() {
        park();

        runWorkflow(WorkflowStepRepresentation.create().of("set-user-attribute").withConfig("lastName", "Married"));
        await().until(() -> realm.user(employee).toRepresentation().getLastName(), "Married"::equals);

        Outcome.assertStepUp(refresh());
    }

    @Test
    void filesAndWaitsWhenNothingHasEnded() {
        park();
        realm.changeUser(employee, user -> user.setLastName("Married"));

        Outcome.assertStepUp(refresh());
        parked.submit("#kc-data-access-form", ASK);

        assertThat(parked.page().select("#data-access-waiting")).hasSize(1);
        assertThat(requests()).hasSize(1);
    }

    /** Of another account, by a token that is not taken, or by one of an application. */
    @Test
    void waitsWhenNobodyWhoMaySignedOutElsewhere() {
        park();
        String other =
                realm.tokens().password(ACCOUNT_CONSOLE, "maria", "openid").accessToken();
        String application =
                realm.tokens().password(Client.SAMPLE_API, employee, "openid").accessToken();

        assertThat(realm.signOutElsewhere(other).status()).isEqualTo(204);
        assertThat(realm.signOutElsewhere(application).status()).isNotEqualTo(204);

        Outcome.assertStepUp(refresh());
    }

    @Test
    void goesOnAfterAnotherLoginWhenLoginHasEnded() {
        park();
        String grant = approvals.give(employee, Client.SAMPLE_APP);
        realm.user(employee).logout();
        assertAtLogin(refresh());
        // A second in which the account was logged out counts as before.
        waitUntil(Instant.now().plusSeconds(1));

        parked.signIn(employee);

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, parked.told("code")), grant);
    }

    @Test
    void sendsToLoginWhenActionWasAskedForByAddress() {
        approvals.addEmployee(employee);
        parked.open(url().with("kc_action", "data-access-approval").toString()).signIn(employee);
        realm.user(employee).logout();

        assertAtLogin(refresh());
    }

    @Test
    void filesNothingWhenAccountIsDeleted() {
        park();
        realm.user(employee).remove();

        parked.submit("#kc-data-access-form", ASK);

        assertAtLogin(parked);
    }

    @Test
    void filesNothingWhenAccountIsLocked() {
        park();
        realm.change(changed -> {
            changed.setBruteForceProtected(true);
            changed.setFailureFactor(1);
            changed.setWaitIncrementSeconds(900);
        });
        new Visitor()
                .open(url().toString())
                .submit("#kc-form-login", Map.of("username", employee, "password", "wrong"));
        assertThat(realm.admin()
                        .attackDetection()
                        .bruteForceUserStatus(
                                realm.user(employee).toRepresentation().getId()))
                .containsEntry("disabled", true);

        parked.submit("#kc-data-access-form", ASK);

        assertAtLogin(parked);
        realm.admin().attackDetection().clearAllBruteForce();
        assertThat(requests()).isEmpty();
    }

    @Test
    void givesUpWhenAccountIsDisabled() {
        park();
        realm.changeUser(employee, user -> user.setEnabled(false));

        parked.submit("#kc-data-access-form", Map.of("action", "cancel"));

        assertThat(parked.told("error")).isEqualTo("access_denied");
    }

    @Nested
    final class InASession {

        @Test
        void sendsToLoginWhenThatSessionHasEnded() {
            signOn();
            realm.admin().deleteSession(session(), false);

            // Keycloak forgets the login that waits along with the session of the same browser.
            assertThat(refresh().page().select("#kc-form-login")).hasSize(1);
        }

        @Test
        void staysWhenAnotherSessionHasEnded() {
            signOn();
            Answer other = realm.tokens().password(Client.SAMPLE_APP, employee, "openid");
            realm.admin().deleteSession(other.claims().path("sid").asText(), false);

            Outcome.assertStepUp(refresh());
        }

        /** The browser has the cookies of two logins: it goes on from the one, and is to end in the other. */
        @Test
        void sendsToLoginWhenTheSessionOfTheCookieHasEnded() {
            signOnFromAnother();

            realm.admin().deleteSession(session(), false);

            assertAtLogin(refresh());
        }

        @Test
        void staysWhenTheSessionOfTheCookieGoesOn() {
            signOnFromAnother();

            Outcome.assertStepUp(refresh());
        }

        private void signOnFromAnother() {
            approvals.addEmployee(employee);
            String plain = AuthorizationUrl.of(realm, "openid").toString();
            Visitor other = new Visitor().open(plain).signIn(employee);
            parked.open(plain).takeCookie("KEYCLOAK_IDENTITY", other);
            Outcome.assertStepUp(parked.open(url().toString()));
        }

        private void signOn() {
            approvals.addEmployee(employee);
            parked.open(AuthorizationUrl.of(realm, "openid").toString()).signIn(employee);
            Outcome.assertStepUp(parked.open(url().toString()));
        }

        private String session() {
            return realm.user(employee).getUserSessions().get(0).getId();
        }
    }

    /** Keycloak would make a session of it, in which the next login asks for nobody's password. */
    @Nested
    final class ForNothingGuarded {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PASSWORD_CHANGED",
                    "PASSWORD_CHANGED_WITH_ACCOUNT",
                    "LOGGED_OUT_BY_ADMIN",
                    "SIGNED_OUT_EVERYWHERE",
                    "SIGNED_OUT_ELSEWHERE",
                    "NOT_BEFORE_OF_REALM",
                    "DISABLED_FOR_A_WHILE",
                    "WAITED_TOO_LONG"
                })
        void sendsToLoginWhenLoginHasEndedOnAnotherPage(End end) {
            parkOnAnotherPage();

            end.event.accept(ParkedLoginIT.this);

            assertAtLogin(leaveProfile());
        }

        @Test
        void goesOnWhenNothingHasEnded() {
            parkOnAnotherPage();
            realm.changeUser(employee, user -> user.setLastName("Married"));

            assertThat(leaveProfile().told("code")).isNotEmpty();
        }

        @Test
        void goesOnWhenPasswordWasSetOnAPageOfTheLogin() {
            approvals.addEmployee(employee);
            realm.changeUser(employee, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD", "UPDATE_PROFILE")));
            parked.open(AuthorizationUrl.of(realm, "openid").toString()).signIn(employee);
            leaveProfile();

            assertThat(setPassword().told("code")).isNotEmpty();
        }

        private void parkOnAnotherPage() {
            approvals.addEmployee(employee);
            parked.open(AuthorizationUrl.of(realm, "openid")
                            .with("kc_action", "UPDATE_PROFILE")
                            .toString())
                    .signIn(employee);
            parkedAt = Instant.now();
        }
    }

    /** Somebody who knows the old credentials waits on a page, and sends it after the person has been let in anew. */
    @Nested
    final class OnAPageOfTheAccount {

        private static final String NEW = "of the administrator";
        private static final Map<String, String> ATTACKERS =
                Map.of("password-new", "of the attacker", "password-confirm", "of the attacker");

        @ParameterizedTest
        @EnumSource(
                names = {
                    "LOGGED_OUT_BY_ADMIN",
                    "SIGNED_OUT_EVERYWHERE",
                    "NOT_BEFORE_OF_REALM",
                    "DISABLED",
                    "DISABLED_FOR_A_WHILE",
                    "DISABLED_FOR_A_WHILE_BY_A_WORKFLOW",
                    "WAITED_TOO_LONG"
                })
        void setsNoPasswordWhenLoginHasEnded(End end) {
            parkOn("UPDATE_PASSWORD");

            end.event.accept(ParkedLoginIT.this);

            assertAtLogin(parked.submit("#kc-passwd-update-form", ATTACKERS));
            assertPasswordIs(Realm.PASSWORD);
        }

        @ParameterizedTest
        @EnumSource
        void setsNoPasswordWhenItWasChanged(NewPassword change) {
            parkOn("UPDATE_PASSWORD");

            change.set.accept(ParkedLoginIT.this, NEW);

            assertAtLogin(parked.submit("#kc-passwd-update-form", ATTACKERS));
            assertPasswordIs(NEW);
        }

        @Test
        void setsPasswordWhenNothingHasEnded() {
            parkOn("UPDATE_PASSWORD");

            parked.submit(
                    "#kc-passwd-update-form", Map.of("password-new", "of the person", "password-confirm", "another"));
            parked.submit(
                    "#kc-passwd-update-form",
                    Map.of("password-new", "of the person", "password-confirm", "of the person"));

            assertThat(parked.told("code")).isNotEmpty();
            assertPasswordIs("of the person");
        }

        @Test
        void setsPasswordWhenTheOneOfTheLoginWasTemporary() {
            approvals.addEmployee(employee);
            CredentialRepresentation temporary = password(NEW);
            temporary.setTemporary(true);
            realm.user(employee).resetPassword(temporary);
            // A second in which the account was logged out counts as before.
            waitUntil(Instant.now().plusSeconds(1));
            parked.open(AuthorizationUrl.of(realm, "openid").toString())
                    .submit("#kc-form-login", Map.of("username", employee, "password", NEW));

            parked.submit(
                    "#kc-passwd-update-form",
                    Map.of("password-new", "of the person", "password-confirm", "of the person"));

            assertThat(parked.told("code")).isNotEmpty();
            assertPasswordIs("of the person");
        }

        @ParameterizedTest
        @EnumSource(names = {"PASSWORD_CHANGED", "LOGGED_OUT_BY_ADMIN", "DISABLED_FOR_A_WHILE"})
        void storesNoSecondFactorWhenLoginHasEnded(End end) {
            parkOn("CONFIGURE_TOTP");

            end.event.accept(ParkedLoginIT.this);

            assertAtLogin(setSecondFactor());
            assertThat(kindsOfCredentials()).containsExactly("password");
        }

        @Test
        void storesSecondFactorWhenNothingHasEnded() {
            parkOn("CONFIGURE_TOTP");

            assertThat(setSecondFactor().told("code")).isNotEmpty();
            assertThat(kindsOfCredentials()).containsExactlyInAnyOrder("password", "otp");
        }

        @Test
        void changesNoProfileWhenLoginHasEnded() {
            parkOn("UPDATE_PROFILE");

            realm.user(employee).logout();

            assertAtLogin(leaveProfile());
            assertThat(realm.user(employee).toRepresentation().getFirstName()).isNotEqualTo("Parked");
        }

        private void parkOn(String action) {
            approvals.addEmployee(employee);
            parked.open(AuthorizationUrl.of(realm, "openid")
                            .with("kc_action", action)
                            .toString())
                    .signIn(employee);
            assertThat(parked.page().select("#kc-form-login")).isEmpty();
            parkedAt = Instant.now();
        }

        private Visitor setSecondFactor() {
            Totp app = new Totp(parked.page().select("[name=totpSecret]").attr("value"));
            return parked.submit("form", Map.of("totp", app.code(), "userLabel", "phone"));
        }

        private List<String> kindsOfCredentials() {
            return realm.user(employee).credentials().stream()
                    .map(CredentialRepresentation::getType)
                    .toList();
        }

        private void assertPasswordIs(String expected) {
            realm.changeUser(employee, user -> user.setEnabled(true));
            for (String password : List.of(Realm.PASSWORD, NEW, "of the attacker", "of the person")) {
                Visitor visitor = new Visitor()
                        .open(AuthorizationUrl.of(realm, "openid").toString())
                        .submit("#kc-form-login", Map.of("username", employee, "password", password));
                assertThat(visitor.isAtApplication()).as(password).isEqualTo(password.equals(expected));
            }
        }
    }

    /** The password was given, and the page asks for the second factor. */
    @Nested
    final class OnThePageOfTheSecondFactor {

        private static final Totp APP = new Totp("a secret of twenty b");

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PASSWORD_CHANGED",
                    "PASSWORD_CHANGED_WITH_ACCOUNT",
                    "LOGGED_OUT_BY_ADMIN",
                    "NOT_BEFORE_OF_REALM",
                    "NOT_BEFORE_OF_CLIENT",
                    "DISABLED_FOR_A_WHILE",
                    "WAITED_TOO_LONG"
                })
        void sendsToLoginWhenLoginHasEnded(End end) {
            approvals.addEmployee(employee);
            approvals.give(employee, Client.SAMPLE_APP);
            givePassword(url());

            endLater(end);

            assertAtLogin(giveSecondFactor());
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PASSWORD_CHANGED",
                    "PASSWORD_CHANGED_WITH_ACCOUNT",
                    "LOGGED_OUT_BY_ADMIN",
                    "DISABLED_FOR_A_WHILE"
                })
        void sendsToLoginWhenLoginForNothingGuardedHasEnded(End end) {
            approvals.addEmployee(employee);
            givePassword(AuthorizationUrl.of(realm, "openid"));

            endLater(end);

            assertAtLogin(giveSecondFactor());
        }

        @Test
        void opensWhenNothingHasEnded() {
            approvals.addEmployee(employee);
            String grant = approvals.give(employee, Client.SAMPLE_APP);
            givePassword(url());
            realm.changeUser(employee, user -> user.setLastName("Married"));
            waitUntil(parkedAt.plusSeconds(1));

            giveSecondFactor();

            Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, parked.told("code")), grant);
        }

        @Test
        void goesOnWhenNothingHasEndedAndNothingIsGuarded() {
            approvals.addEmployee(employee);
            givePassword(AuthorizationUrl.of(realm, "openid"));
            waitUntil(parkedAt.plusSeconds(1));

            assertThat(giveSecondFactor().told("code")).isNotEmpty();
        }

        /** What counts is when the password was given, not when its page was opened. */
        @ParameterizedTest
        @EnumSource(
                names = {
                    "PASSWORD_CHANGED",
                    "PASSWORD_CHANGED_WITH_ACCOUNT",
                    "LOGGED_OUT_BY_ADMIN",
                    "DISABLED_FOR_A_WHILE"
                })
        void goesOnWhenPasswordWasGivenAfterwards(End end) {
            approvals.addEmployee(employee);
            addSecondFactor();
            parked.open(AuthorizationUrl.of(realm, "openid").toString());
            end.event.accept(ParkedLoginIT.this);
            // A second in which the account was logged out counts as before.
            waitUntil(Instant.now().plusSeconds(1));

            parked.signIn(employee);

            assertThat(giveSecondFactor().told("code")).isNotEmpty();
        }

        private void givePassword(AuthorizationUrl url) {
            addSecondFactor();
            parked.open(url.toString()).signIn(employee);
            assertThat(parked.page().select("#kc-otp-login-form")).hasSize(1);
            parkedAt = Instant.now();
        }

        private void addSecondFactor() {
            realm.changeUser(employee, user -> user.setCredentials(List.of(APP.credential())));
        }

        /** Keycloak tells the time of a credential in seconds here. */
        private void endLater(End end) {
            waitUntil(parkedAt.plusSeconds(1));
            end.event.accept(ParkedLoginIT.this);
        }

        private Visitor giveSecondFactor() {
            return parked.submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        }
    }

    enum NewPassword {
        BY_ADMIN((it, password) -> realm.user(it.employee).resetPassword(password(password))),
        WITH_THE_ACCOUNT((it, password) ->
                realm.changeUser(it.employee, user -> user.setCredentials(List.of(password(password)))));

        @SuppressWarnings("ImmutableEnumChecker")
        private final BiConsumer<ParkedLoginIT, String> set;

        NewPassword(BiConsumer<ParkedLoginIT, String> set) {
            this.set = set;
        }
    }

    @Nested
    final class TimeOfTheLogin {

        @Test
        void isThatOfThePasswordWhenTheLoginWaited() {
            long before = Instant.now().getEpochSecond();
            park();
            long after = Instant.now().getEpochSecond();
            approvals.give(employee, Client.SAMPLE_APP);
            waitUntil(Instant.ofEpochSecond(after + 2));

            refresh();

            assertThat(authTime()).isBetween(before, after);
        }

        @Test
        void isThatOfTheSessionWhenALoginInItWaited() {
            approvals.addEmployee(employee);
            long before = Instant.now().getEpochSecond();
            parked.open(AuthorizationUrl.of(realm, "openid").toString()).signIn(employee);
            long after = Instant.now().getEpochSecond();
            Outcome.assertStepUp(parked.open(url().toString()));
            approvals.give(employee, Client.SAMPLE_APP);
            waitUntil(Instant.ofEpochSecond(after + 2));

            refresh();

            assertThat(authTime()).isBetween(before, after);
        }

        @Test
        void isThatOfThePasswordWhenAnotherPageHeldTheLoginUp() {
            approvals.addEmployee(employee);
            realm.changeUser(employee, user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
            long before = Instant.now().getEpochSecond();
            parked.open(AuthorizationUrl.of(realm, "openid").toString()).signIn(employee);
            long after = Instant.now().getEpochSecond();
            waitUntil(Instant.ofEpochSecond(after + 2));

            leaveProfile();

            assertThat(authTime()).isBetween(before, after);
        }

        @Test
        void isNewWhenPasswordIsGivenAgain() {
            park();
            approvals.give(employee, Client.SAMPLE_APP);
            refresh();
            long first = authTime();
            waitUntil(Instant.ofEpochSecond(first + 1));

            parked.open(url().with("prompt", "login").toString())
                    .submit("#kc-form-login", Map.of("password", Realm.PASSWORD));

            assertThat(authTime()).isGreaterThan(first);
        }

        private long authTime() {
            return realm.tokens()
                    .code(Client.SAMPLE_APP, parked.told("code"))
                    .claims()
                    .path("auth_time")
                    .asLong();
        }
    }

    private void runWorkflow(WorkflowStepRepresentation.Builder step) {
        String id = realm.user(employee).toRepresentation().getId();
        realm.asAdministratorOfAll(admin -> {
            WorkflowsResource workflows = admin.workflows();
            Created.check(workflows.create(WorkflowRepresentation.withName(employee)
                    .withSteps(step.build())
                    .build()));
            workflows
                    .workflow(workflows.list(employee, true, 0, 1).get(0).getId())
                    .activate("USERS", id);
        });
    }

    private void park() {
        approvals.addEmployee(employee);
        Outcome.assertStepUp(parked.open(url().toString()).signIn(employee));
        parkedAt = Instant.now();
    }

    /** The page that sets a password comes before ours. */
    private void askToSetPassword() {
        approvals.addEmployee(employee);
        realm.changeUser(employee, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));
        parked.open(url().toString()).signIn(employee);
    }

    private Visitor leaveProfile() {
        return parked.submit(
                "#kc-update-profile-form",
                Map.of("firstName", "Parked", "lastName", "Employee", "email", employee + "@clips.example"));
    }

    private Visitor setPassword() {
        return parked.submit(
                "#kc-passwd-update-form", Map.of("password-new", Realm.PASSWORD, "password-confirm", Realm.PASSWORD));
    }

    private void nameAnotherAction() {
        String action = parked.page().select("#kc-data-access-form").attr("abs:action");
        parked.post(action.replace("execution=data-access-approval", "execution=UPDATE_PASSWORD"), Map.of());
        Outcome.assertStepUp(parked);
    }

    private static CredentialRepresentation password() {
        return password(Realm.PASSWORD);
    }

    private static CredentialRepresentation password(String value) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(value);
        return password;
    }

    private Visitor refresh() {
        return parked.open(parked.page().select("[data-refresh-url]").attr("data-refresh-url"));
    }

    private Iterable<String> requests() {
        return realm.adminRestOf("pat").get("requests?subject=" + employee).each("id");
    }

    private static void assertAtLogin(Visitor visitor) {
        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().select("#kc-form-login"))
                .as(visitor.page().text())
                .hasSize(1);
        assertThat(visitor.page().text()).contains("Please sign in again");
    }

    private static AuthorizationUrl url() {
        return AuthorizationUrl.of(realm, "openid us-contact");
    }

    private static int now() {
        return Math.toIntExact(Instant.now().getEpochSecond());
    }

    /** Nothing else tells a later second from this one. */
    private static void waitUntil(Instant time) {
        await().atMost(Duration.ofMinutes(2)).until(() -> !Instant.now().isBefore(time));
    }
}
