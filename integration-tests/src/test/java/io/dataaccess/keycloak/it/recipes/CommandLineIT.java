/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.story.SampleApplication;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The recipe for a command line without a browser. */
final class CommandLineIT {

    @Order(1)
    @RegisterExtension
    static final Realm realm = new Realm();

    @Order(2)
    @RegisterExtension
    static final SampleApplication application = new SampleApplication(realm);

    private static final People people = new People(realm);

    @BeforeAll
    static void pollOften() {
        realm.change(settings -> settings.setOAuth2DevicePollingInterval(1));
    }

    @Test
    void opensWhenApproved() throws IOException, InterruptedException {
        Visitor lin = new Visitor();
        try (CommandLine first = ask()) {
            allow(lin.open(first.toOpen()).signIn("lin"));
            first.next("Waiting for approval until ");
            people.approve("lin");
            allow(lin.open(first.toOpen()).confirmDevice());
            assertThat(first.next("200 ")).contains("user1001@example.com");
            assertThat(first.exitCode()).isZero();
        }
        try (CommandLine again = ask()) {
            allow(lin.open(again.toOpen()));
            allow(lin.open(again.toOpen()).confirmDevice());
            assertThat(again.next("200 ")).contains("user1001@example.com");
        }

        people.revoke("lin");

        try (CommandLine anew = ask()) {
            allow(lin.open(anew.toOpen()));
            anew.next("Waiting for approval until ");
        }
        try (CommandLine denied = ask()) {
            allow(lin.open(denied.toOpen()));
            denied.next("Waiting for approval until ");
            people.deny("lin", "Ask legal first");
            denied.next("DENIED: Ask legal first");
            assertThat(denied.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void saysSoWhenBarred() throws IOException, InterruptedException {
        try (CommandLine barred = ask()) {
            allow(new Visitor().open(barred.toOpen()).signIn("chen"));
            barred.next("not_eligible: ");
            assertThat(barred.exitCode()).isEqualTo(1);
        }
        assertThat(people.isWaiting("chen")).isFalse();
    }

    private static CommandLine ask() throws IOException {
        return CommandLine.ask(realm, application.url() + "api/users/1001/contact");
    }

    /** On Keycloak's page for device logins. */
    private static void allow(Visitor visitor) {
        visitor.submit("form", Map.of("accept", "Yes"));
    }
}
