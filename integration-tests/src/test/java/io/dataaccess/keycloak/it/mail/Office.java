/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.MailServer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** People of a realm with a mail server, who ask, decide and get mail; each logs in once. avery reads English, blake German. */
final class Office implements AutoCloseable {

    static final String JUSTIFICATION = "A court asks for the contact details of one user";
    static final String TICKET = "LEGAL-4711";

    final MailServer server = new MailServer();
    final Outbox outbox;

    private final Realm realm;
    private final AtomicInteger newcomers = new AtomicInteger();
    private final Map<String, Rest> desks = new HashMap<>();
    private final Map<String, Rest> applications = new HashMap<>();

    Office(Realm realm) {
        this.realm = realm;
        this.outbox = new Outbox(realm);
    }

    /** With so many mails about waiting requests an hour. */
    void open(int mailsPerHour) {
        server.start();
        realm.change(settings -> {
            settings.setSmtpServer(server.settings());
            settings.setInternationalizationEnabled(true);
            settings.setSupportedLocales(Set.of("en", "de"));
            settings.setDefaultLocale("en");
        });
        limit(mailsPerHour);
        realm.changeAttribute("blake", "locale", "de");
    }

    /** So many mails about waiting requests an hour from here on. */
    void limit(int mailsPerHour) {
        realm.change(
                settings -> settings.getAttributes().put("data-access.mailsPerHour", String.valueOf(mailsPerHour)));
    }

    /** An admitted employee nobody has heard of. */
    String newcomer() {
        String name = "newcomer" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    /** How mails call such an employee. */
    static String shown(String newcomer) {
        return newcomer + ", SG, Clips Singapore";
    }

    /** An approver of the US security group whose mail is nobody else's. */
    String approver() {
        String name = "approver" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "US", "legal_entity", "Clips US Data Security"), "/us-security");
        return name;
    }

    Rest application(String username) {
        return applications.computeIfAbsent(
                username,
                name -> realm.selfRest(realm.tokens()
                        .password(Client.SAMPLE_APP, name, Tokens.FILING)
                        .accessToken()));
    }

    static Map<String, Object> asking(String scope) {
        return new HashMap<>(Map.of(
                "clientId", "sample-app",
                "scope", scope,
                "purpose", "legal-request",
                "justification", JUSTIFICATION,
                "ticket", TICKET));
    }

    String file(String username, String scope) {
        return file(username, scope, Map.of());
    }

    String file(String username, String scope, Map<String, Object> more) {
        Map<String, Object> body = asking(scope);
        body.putAll(more);
        Answer filed = application(username).post("requests", body);
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        return filed.text("id");
    }

    Answer vote(String approver, String request, Map<String, String> ballot) {
        Answer voted =
                desks.computeIfAbsent(approver, realm::adminRestOf).post("requests/" + request + "/votes", ballot);
        assertThat(voted.status()).as("%s", voted.body()).isEqualTo(200);
        return voted;
    }

    /** The id of the grant, if this was the last approval needed. */
    String approve(String approver, String request) {
        return vote(approver, request, Map.of("decision", "APPROVE"))
                .body()
                .at("/grant/id")
                .asText();
    }

    void revoke(String approver, String grant, String reason) {
        assertThat(desks.computeIfAbsent(approver, realm::adminRestOf)
                        .post("grants/" + grant + "/revoke", Map.of("reason", reason))
                        .status())
                .isEqualTo(204);
    }

    /** A further scope that opens contact details of US users. */
    void guard(String name) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        scope.setAttributes(Map.of("include.in.token.scope", "true", "data-access.categories", "us.user.contact"));
        realm.addScope(scope);
        Mappers.allow(realm, "sample-app", name);
    }

    void removeScope(String name) {
        realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .map(ClientScopeRepresentation::getId)
                .forEach(id -> realm.admin().clientScopes().get(id).remove());
    }

    /** What arrives until all is sent. */
    List<Mail> mails() throws SQLException {
        outbox.awaitSent();
        return server.take();
    }

    /** What was sent, to whom and about what. */
    List<String> lines() throws SQLException {
        return mails().stream().map(Mail::line).toList();
    }

    static Mail to(String username, List<Mail> mails) {
        List<Mail> theirs =
                mails.stream().filter(mail -> mail.to().equals(username)).toList();
        assertThat(theirs).hasSize(1);
        return theirs.get(0);
    }

    @Override
    public void close() {
        server.close();
    }
}
