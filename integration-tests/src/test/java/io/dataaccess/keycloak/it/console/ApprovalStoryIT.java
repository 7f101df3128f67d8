/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An approver's day. */
@ResourceLock(Browser.OTHER)
final class ApprovalStoryIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final ApprovalRequests requests = new ApprovalRequests(realm);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void opensNextRequestWhenDecided() {
        String contact = requests.file("lin", "us-contact", Map.of("ticket", "LEGAL-17", "urgent", true));
        String messages = requests.file("lin", "us-private", Map.of("ticket", "LEGAL-17"));
        String other = requests.file("maria", "us-contact", Map.of("duration", "PT2H"));
        Console console = Console.admin(browser.window(), realm, "avery");
        ApprovalPages pages = new ApprovalPages(console);

        pages.assertHeading("Approvals");
        pages.assertWaiting(3);
        pages.assertSays("3 requests in 2 rows");
        assertThat(pages.row("lin")).hasCount(1);
        pages.button("Details").click();
        console.inspect("approvals-list");

        pages.reachAndPress(pages.row("maria"));
        pages.assertHeading("maria", "Contact details of US users");
        pages.assertSays("The answer is due on Friday.");
        console.inspect("approvals-request");
        pages.reachAndPress(pages.button("Approve"));
        assertThat(pages.dialog()).containsText("access for 2 hours");
        assertThat(pages.dialog()).containsText("The answer is due on Friday.");
        pages.duration().selectOption("PT30M");
        console.inspect("approvals-confirm");
        pages.reachAndPress(pages.answer("Approve"));

        pages.assertHeading(
                "lin", "Private messages and drafts of US users and Precise location of US users and 1 more request");
        pages.assertHeadingFocused();
        pages.assertSays("may use “Contact details of US users” at Sample application (sample-app) until");
        pages.assertSays("2 more requests are waiting for you.");
        assertThat(requests.read(other).text("status")).isEqualTo("APPROVED");
        console.inspect("approvals-bundle");

        pages.reachAndPress(pages.button("Approve together"));
        pages.reach(pages.comment());
        console.page().keyboard().type("Seen with legal");
        pages.reachAndPress(pages.answer("Approve"));
        assertThat(pages.dialog())
                .containsText("may use “Contact details of US users” at Sample application (sample-app) until");
        assertThat(pages.dialog())
                .containsText(
                        "users” at Sample application (sample-app). This is not approved yet; still missing: 1 more approval from data-owners and 1 more approval from"
                                + " us-security");
        console.inspect("approvals-outcome");
        pages.reachAndPress(pages.answer("Continue"));

        pages.assertHeading("Approvals");
        pages.assertHeadingFocused();
        pages.assertSays("Nothing waits for you");
        console.inspect("approvals-empty");
        assertThat(requests.read(contact).text("status")).isEqualTo("APPROVED");
        assertThat(requests.read(messages).text("status")).isEqualTo("PENDING");
        console.assertNoErrors();
        requests.deny("avery", messages, "Not needed after all");
    }

    @Test
    void comesBackWithTheDecisionWhenLoginWasTooOld() {
        String id = requests.file("sam", "us-contact", Map.of("duration", "PT4H"));
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1S");
        Console console = Console.admin(browser.window(), realm, "blake");
        ApprovalPages pages = new ApprovalPages(console);
        pages.openRequest(id);
        pages.button("Approve").click();
        pages.duration().selectOption("PT1H");
        pages.comment().fill("Seen the case");
        console.waitUntilLoginIsOlderThan(1);
        pages.answer("Approve").click();

        assertThat(pages.dialog()).containsText("This data needs a sign-in not older than 1 second.");
        console.inspect("approvals-login");
        assertThat(console.errors()).hasSize(1).first().asString().startsWith("401 POST");
        pages.answer("Sign in again").click();
        pages.logInAgain();
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");

        assertThat(pages.dialog()).containsText("Nothing has been sent yet");
        assertThat(pages.dialog()).containsText("sam (Sam Tan): Contact details of US users");
        assertThat(pages.comment()).hasValue("Seen the case");
        assertThat(pages.duration()).hasValue("PT1H");
        assertThat(requests.read(id).text("status")).isEqualTo("PENDING");
        console.inspect("approvals-restored");
        pages.answer("Approve").click();

        pages.assertSays("may use “Contact details of US users” at Sample application (sample-app) until");
        assertThat(requests.read(id).text("status")).isEqualTo("APPROVED");
        assertThat(requests.read(id)
                        .body()
                        .path("votes")
                        .path(0)
                        .path("comment")
                        .asText())
                .isEqualTo("Seen the case");
        assertThat(console.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        console.assertNoErrors();
    }

    /** Each data asks for a login as new as its own policy wants it. */
    @Test
    void comesBackToWhatIsLeftWhenTheFirstWasSent() {
        String contact = requests.file("erin", "us-contact", Map.of("ticket", "LEGAL-18"));
        String messages = requests.file("erin", "us-private", Map.of("ticket", "LEGAL-18"));
        realm.changePolicy("us-restricted", "approverMaxAge", "PT1S");
        Console console = Console.admin(browser.window(), realm, "blake");
        ApprovalPages pages = new ApprovalPages(console);
        pages.openRequest(contact);
        pages.button("Approve together").click();
        pages.comment().fill("Seen both");
        console.waitUntilLoginIsOlderThan(1);
        pages.answer("Approve").click();

        assertThat(pages.dialog()).containsText("What was sent before stands below");
        console.inspect("approvals-login-rest");
        pages.answer("Sign in again").click();
        pages.logInAgain();
        realm.changePolicy("us-restricted", "approverMaxAge", "PT1H");

        assertThat(pages.dialog()).containsText("The rest has not been sent yet");
        assertThat(pages.dialog()).containsText("may use “Contact details of US users”");
        assertThat(pages.comment()).hasValue("Seen both");
        console.inspect("approvals-restored-rest");
        assertThat(requests.read(contact).text("status")).isEqualTo("APPROVED");
        pages.answer("Approve").click();
        assertThat(pages.dialog()).isHidden();
        assertThat(requests.read(messages).body().path("votes")).hasSize(1);
        requests.deny("avery", messages, "Not needed after all");
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionEnds() {
        String id = requests.file("maria", "us-private", Map.of());
        Page window = browser.window();
        ApprovalPages pages = new ApprovalPages(Console.admin(window, realm, "avery"));
        pages.openRequest(id);
        pages.button("Deny").click();
        pages.comment().fill("No such case");
        realm.user("avery").logout();

        pages.reload();
        LoginPage.at(window).signIn("avery");

        assertThat(pages.dialog()).containsText("What you had entered was kept");
        assertThat(pages.comment()).hasValue("No such case");
        assertThat(requests.read(id).text("status")).isEqualTo("PENDING");
        pages.answer("Deny").click();
        pages.assertSays(
                "“Private messages and drafts of US users and Precise location of US users” at Sample application");
        assertThat(requests.read(id).text("status")).isEqualTo("DENIED");
    }

    @Test
    void saysSoWhenSomebodyElseDecidedMeanwhile() {
        String id = requests.file("olga", "us-contact", Map.of());
        Console console = Console.admin(browser.window(), realm, "avery");
        ApprovalPages pages = new ApprovalPages(console);
        pages.openRequest(id);
        pages.button("Approve").click();
        requests.deny("blake", id, "No such case");
        pages.answer("Approve").click();

        assertThat(pages.dialog()).containsText(Pattern.compile("This request was denied by .*blake"));
        assertThat(console.errors()).hasSize(1).first().asString().startsWith("409 POST");
        pages.answer("Continue").click();
        pages.assertSays("No such case");
        assertThat(pages.button("Approve")).hasCount(0);
        console.inspect("approvals-decided");

        pages.openRequest("00000000-0000-0000-0000-000000000000");
        pages.assertSays("There is no such access request");
        console.inspect("approvals-missing");
        assertThat(console.errors()).hasSize(1).first().asString().startsWith("404 GET");
    }

    @Test
    void offersNoDecisionWhenAuditor() {
        String id = requests.file("maria", "eu-contact", Map.of());
        Console console = Console.admin(browser.window(), realm, "olga");
        ApprovalPages pages = new ApprovalPages(console);
        pages.openList();
        pages.row("maria").click();
        pages.assertSays("Auditors and policy admins see requests and do not decide them.");
        assertThat(pages.button("Approve")).hasCount(0);
        assertThat(pages.button("Deny")).hasCount(0);
        console.inspect("approvals-auditor");
        console.assertNoErrors();
        assertThat(requests.read(id).text("status")).isEqualTo("PENDING");
    }
}
