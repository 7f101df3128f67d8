/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The employee who needs data, from asking to handing back; who decides does so over REST. */
@ResourceLock(Browser.OTHER)
final class AccountStoryIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void hasAccessWhenApprovedUntilHandedBack() throws SQLException {
        AccountPage lin = AccountPage.open(browser, realm, "lin");
        lin.assertNoAccess();
        lin.assertNoRequests();
        lin.console().inspect("account-empty");

        AccountForm form = lin.ask().fillIn().nameTicket("CASE-17").choose("Duration", "2 hours");
        form.reload();
        form.assertTyped("Justification", AccountForm.JUSTIFICATION);
        form.assertChosen("Purpose", "Legal request");
        form.assertSays("US data security on call, +1 555 0100");
        form.inspect("account-form");
        form.file();
        lin.assertSays("Your request waits for the approvers.");
        lin.assertOpened();
        lin.assertNewestRequest("Waiting", "us-security: 0 of 1 approvals given", "CASE-17", "2 hours");
        lin.assertReminding(false);
        lin.console().inspect("account-pending");
        passAnHour();
        lin.refresh();
        lin.remind();
        lin.assertSays("Nobody gets a mail");
        lin.assertReminding(false);

        vote("avery", "lin", Map.of("decision", "APPROVE", "comment", "Agreed"));
        lin.refresh();
        lin.assertAccess("Contact details of US users");
        lin.assertTimeLeft("1 hour, 59 minutes", "2 hours");
        lin.assertNewestRequest("Approved", "Until ");

        AccountForm extension = lin.extend();
        extension.assertChosen("Purpose", "Legal request");
        extension.assertSays("the later end counts");
        extension.justify("The court asks for one more").choose("Duration", "8 hours");
        extension.file();
        lin.assertAccess("An extension is waiting for approval");
        vote("avery", "lin", Map.of("decision", "APPROVE"));
        lin.refresh();
        lin.assertTimeLeft("7 hours, 59 minutes", "8 hours");
        lin.console().inspect("account-access");

        lin.press("Hand back");
        lin.assertDialogSays("your sessions at Sample application end");
        lin.console().inspect("account-hand-back");
        lin.confirm();
        lin.assertSays("The access was handed back.");
        lin.assertNoAccess();
        lin.assertNewestRequest("Access handed back", "Handed back by lin (Lin Zhou) on ", "Asked on ");
        assertThat(realm.adminRestOf("olga")
                        .get("grants?active=true&subject=lin")
                        .body())
                .isEmpty();
        lin.console().assertNoErrors();
    }

    @Test
    void showsCommentWhenDenied() {
        AccountPage maria = AccountPage.open(browser, realm, "maria");
        maria.ask().fillIn().file();
        maria.assertOpened();
        vote("avery", "maria", Map.of("decision", "DENY", "comment", "Ask again with a ticket"));
        maria.refresh();
        maria.assertNewestRequest("Denied", "Ask again with a ticket", "Denied by avery (Avery Brooks)");
        maria.assertNoAccess();
        maria.console().inspect("account-denied");

        AccountForm again = maria.askAgain();
        again.assertSays("Ask again with a ticket");
        again.assertTyped("Justification", AccountForm.JUSTIFICATION);
        again.assertChosen("Purpose", "Legal request");
        again.inspect("account-again");
        again.nameTicket("CASE-18").file();
        maria.assertNewestRequest("Waiting", "CASE-18");
        maria.press("Withdraw request");
        maria.assertDialogSays("If you still need the access, you have to ask again.");
        maria.confirm();
        maria.assertNewestRequest("Ended without a decision", "Withdrawn on ");
        maria.console().assertNoErrors();
    }

    @Test
    void saysWhyWhenRefused() {
        AccountPage avery = AccountPage.open(browser, realm, "avery");
        AccountForm form = avery.ask()
                .choose("Application", "Sample application")
                .chooseData("Private messages and drafts of US users")
                .choose("Purpose", "Safety review")
                .justify(AccountForm.JUSTIFICATION)
                .nameTicket("no ticket");
        form.file();
        form.assertSays("What you typed is not a ticket as the rules for this data want it."
                + " A ticket looks like this: ABC-1234");

        form.nameTicket("CASE-18").file();
        form.assertSays("Too few people could approve this at the moment.");
        form.assertTyped("Justification", AccountForm.JUSTIFICATION);
        form.inspect("account-refused");
    }

    @Test
    void explainsWhenBarred() {
        AccountPage chen = AccountPage.open(browser, realm, "chen");

        chen.assertSays("There is nothing that you can ask for");
        chen.assertCannotAsk();
        chen.console().inspect("account-nothing");
        chen.console().assertNoErrors();
    }

    /** Since everything was filed: nothing is remindable right away. */
    private static void passAnHour() throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update DATA_ACCESS_REQUEST set CREATED_AT = CREATED_AT - 3600000 where REALM_ID = ?")) {
            update.setString(1, realm.admin().toRepresentation().getId());
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private static void vote(String approver, String subject, Map<String, String> vote) {
        List<String> pending = realm.adminRestOf("olga")
                .get("requests?status=PENDING&subject=" + subject)
                .each("id");
        assertThat(pending).hasSize(1);
        Answer answer = realm.adminRestOf(approver).post("requests/" + pending.get(0) + "/votes", vote);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }
}
