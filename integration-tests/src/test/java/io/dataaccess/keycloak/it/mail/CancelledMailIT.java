/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** Whoever asked is told when somebody else ends the request, and how a service account uses what was approved. */
final class CancelledMailIT {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final String SUBJECT = "Your access request has ended: ";
    private static final String DATA = "Contact details of US users, ";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Nobody signs in as a service account. */
    @Test
    void saysHowAServiceAccountUsesItWhenApproved() throws SQLException {
        String asking = owner();
        String request =
                file(asking, Map.of("clientId", "batch", "subject", "service-account-batch", "scope", "eu-contact"));
        office.mails();
        office.approve("erin", request);
        Mail told = Office.to(asking, office.mails());

        assertThat(told.subject())
                .startsWith("Your access request was approved: ")
                .endsWith(", Nightly batch");
        assertThat(told.text())
                .contains("The service account has the access in each token")
                .doesNotContain("Sign in");
    }

    @Test
    void tellsTheRequesterWhenAnotherOwnerCancels() throws SQLException {
        String asking = owner();
        String other = owner();
        String request = fileForService(asking);
        office.mails();

        assertThat(account(other).delete("requests/" + request).status()).isEqualTo(204);
        List<Mail> mails = office.mails();

        assertThat(mails).map(Mail::line).containsExactly(asking + ": " + SUBJECT + DATA + "Nightly batch");
        assertThat(mails.get(0).text()).contains("Another owner of this service account withdrew your request.");
        assertThat(cancellation(request).getUserId())
                .isEqualTo(realm.user(other).toRepresentation().getId());
        assertThat(cancellation(request).getDetails()).containsEntry("reason", "by another service owner");
    }

    @Test
    void tellsTheRequesterInTheirLanguageWhenAnotherOwnerCancels() throws SQLException {
        String asking = owner();
        realm.changeAttribute(asking, "locale", "de");
        String request = fileForService(asking);
        office.mails();

        account(owner()).delete("requests/" + request);

        assertThat(office.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "Jemand anders, der dieses Dienstkonto verantwortet, hat Ihren Antrag zurückgezogen."));
    }

    @Test
    void tellsNobodyWhenTheRequesterCancels() throws SQLException {
        String asking = owner();
        String request = fileForService(asking);
        office.mails();

        assertThat(account(asking).delete("requests/" + request).status()).isEqualTo(204);

        assertThat(office.mails()).isEmpty();
        assertThat(cancellation(request).getDetails()).doesNotContainKey("reason");
    }

    @Test
    void tellsTheRequesterWhenTheApplicationIsDeleted() throws SQLException {
        ClientRepresentation application = new ClientRepresentation();
        application.setClientId("passing");
        application.setOptionalClientScopes(List.of("us-contact"));
        realm.admin().clients().create(application).close();
        String asking = office.newcomer();
        file(asking, Map.of("clientId", "passing"));
        office.mails();

        realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("passing").get(0).getId())
                .remove();
        List<Mail> mails = office.mails();

        assertThat(mails).map(Mail::line).containsExactly(asking + ": " + SUBJECT + DATA + "passing");
        assertThat(mails.get(0).text()).contains("no longer exists: the request ended with it.");
    }

    /** As after a deletion by a job of the server, whose letters name no address. */
    @Test
    void leadsNowhereWhenTheAddressOfTheServerIsNotKnown() throws SQLException {
        String asking = office.newcomer();
        office.approve("avery", file(asking, Map.of()));
        file(asking, Map.of());
        office.mails();

        office.outbox.forgetAddresses();
        office.outbox.makeWarningsDue();
        office.outbox.awaitWarned();
        office.outbox.letRequestsExpire();
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .contains(
                        asking + ": Your access ends soon: " + DATA + "Sample application",
                        asking + ": Your request for an extension has expired: " + DATA + "Sample application");
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.text() + mail.html())
                        .doesNotContain("http")
                        .doesNotContain("Your access:"));
    }

    @Test
    void tellsNobodyWhenTheRequesterIsDeleted() throws SQLException {
        String leaving = office.newcomer();
        file(leaving, Map.of());
        office.mails();

        realm.user(leaving).remove();

        assertThat(office.mails()).isEmpty();
    }

    private static EventRepresentation cancellation(String request) {
        return realm.events("CUSTOM_REQUIRED_ACTION").stream()
                .filter(event -> "cancelled".equals(event.getDetails().get("data_access_action")))
                .filter(event -> request.equals(event.getDetails().get("data_access_id")))
                .findFirst()
                .orElseThrow();
    }

    private static String fileForService(String owner) {
        return file(owner, Map.of("clientId", "batch", "subject", "service-account-batch"));
    }

    private static String file(String username, Map<String, Object> more) {
        Map<String, Object> body = Office.asking("us-contact");
        body.putAll(more);
        return account(username).post("requests", body).text("id");
    }

    private static Rest account(String username) {
        return realm.selfRest(
                realm.tokens().password(ACCOUNT_CONSOLE, username, "openid").accessToken());
    }

    private static String owner() {
        String owner = office.newcomer();
        realm.user(owner)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
        return owner;
    }
}
