/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The recipe for a web application with Spring Security. */
final class SpringClientIT {

    private static final String FORM = "#kc-data-access-form";
    private static final String DATA = "user1001@example.com";

    @Order(1)
    @RegisterExtension
    static final Realm realm = new Realm();

    @Order(2)
    @RegisterExtension
    static final SpringApplication application = new SpringApplication(realm, "http://localhost");

    private static final People people = new People(realm);

    /** The application refreshes tokens that end within a minute: here at every call. */
    @BeforeAll
    static void shortenTokens() {
        realm.change(settings -> settings.setAccessTokenLifespan(30));
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT30S");
    }

    @Test
    void asksForTheMissingScopeWhenTheApiWantsIt() {
        Visitor lin = contact(new Visitor()).signIn("lin");
        assertAsked(lin);
        lin.submit(FORM, asking());
        people.approve("lin");
        lin.click("#data-access-refresh");
        assertShows(lin, DATA);
        assertShows(contact(lin), DATA);

        people.revoke("lin");

        assertAsked(contact(lin));
        lin.submit(FORM, Map.of("action", "continue"));
        assertShows(lin, "You went on without the access.");
        assertShows(contact(lin), "You went on without the access.");
        assertAsked(lin.open(application.url("/oauth2/authorization/us-contact")));
    }

    @Test
    void saysWhyWhenRefused() {
        Visitor chen = contact(new Visitor()).signIn("chen");
        assertThat(chen.page().select("#data-access-answer[data-outcome=not_eligible]"))
                .hasSize(1);
        chen.submit(FORM, Map.of("action", "cancel"));
        assertShows(chen, "This access is not open to you. Asking again does not help.");
        assertShows(chen.open(application.url("/")), "Signed in");

        Visitor denied = contact(new Visitor()).signIn(people.add("denied"));
        denied.submit(FORM, asking());
        people.deny("denied", "Ask legal first");
        denied.click("#data-access-refresh").submit(FORM, Map.of("action", "cancel"));
        assertShows(denied, "An approver denied the request.");

        Visitor cancelled = contact(new Visitor()).signIn(people.add("cancelled"));
        cancelled.submit(FORM, Map.of("action", "cancel"));
        assertShows(cancelled, "You cancelled the sign-in. Requests that wait for approval are not affected.");
    }

    private static Visitor contact(Visitor visitor) {
        return visitor.open(application.url("/users/1001/contact"));
    }

    private static Map<String, String> asking() {
        return Map.of(
                "action",
                "file",
                "purpose",
                "legal-request",
                "justification",
                "A court asks for the data of one user",
                "duration",
                "PT1H");
    }

    private static void assertAsked(Visitor visitor) {
        assertThat(visitor.page().select(".data-access-item[data-scope=us-contact]"))
                .as(visitor.page().text())
                .hasSize(1);
        assertThat(visitor.page().select("#kc-data-access-form #purpose")).hasSize(1);
    }

    private static void assertShows(Visitor visitor, String text) {
        assertThat(visitor.page().text()).contains(text);
    }
}
