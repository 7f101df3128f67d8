/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Writes one mail to one reader, in the realm's e-mail theme and the reader's language, and sends it. */
final class Sending {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DataAccess access;
    private final UserModel reader;
    private final Portrayal portrayal;

    Sending(KeycloakSession session, RealmModel realm, DataAccess access, UserModel reader) {
        this.session = session;
        this.realm = realm;
        this.access = access;
        this.reader = reader;
        this.portrayal = new Portrayal(realm, new Words(session, realm, reader));
    }

    /** @param others letters about further waiting requests, which this mail is to list as well */
    void send(Letter letter, List<Letter> others) throws EmailException {
        List<AccessRequest> waiting = requests(letter, others);
        if (waiting.size() > 1) {
            sendDigest(letter, waiting);
            return;
        }
        switch (letter.kind()) {
            case WAITS -> sendWaiting(letter, urgent(letter) ? "dataAccessWaitsUrgent" : "dataAccessWaits");
            case REMINDER -> sendWaiting(letter, "dataAccessReminder");
            case DECIDED -> sendDecided(letter);
            case SETTLED -> sendSettled(letter);
            case CANCELLED_REVOKED -> sendToParties(letter, "dataAccessCancelledRevoked", List.of());
            case CANCELLED_BY_OWNER -> sendToParties(letter, "dataAccessCancelledByOwner", List.of());
            case CANCELLED_DELETED -> sendToParties(letter, "dataAccessCancelledDeleted", List.of());
            case CANCELLED_RECLASSIFIED -> sendToParties(letter, "dataAccessCancelledReclassified", List.of());
            case ENDS_SOON -> sendOfGrant(letter, "dataAccessEndsSoon");
            case REVOKED -> sendOfGrant(letter, "dataAccessRevoked");
        }
    }

    private void sendDigest(Letter letter, List<AccessRequest> waiting) throws EmailException {
        List<Map<String, Object>> rows = waiting.stream()
                .map(request -> {
                    Map<String, Object> row = portrayal.of(request);
                    Letter.Content content = new Letter.Content(
                            request.id(),
                            letter.content().console(),
                            letter.content().frontend());
                    row.put("link", new Addresses(content, realm.getName()).approval());
                    return row;
                })
                .toList();
        send("dataAccessDigest", List.of(rows.size()), "digest", Map.of("requests", rows));
    }

    private void sendWaiting(Letter letter, String words) throws EmailException {
        AccessRequest request = request(letter);
        send(words, who(request), "waits", Map.of("request", portrayal.of(request), "link", approval(letter)));
    }

    private void sendSettled(Letter letter) throws EmailException {
        AccessRequest request = request(letter);
        String words = isApproved(request) ? "dataAccessSettledApproved" : "dataAccessSettledDenied";
        send(words, who(request), "settled", Map.of("request", portrayal.of(request), "link", approval(letter)));
    }

    private void sendDecided(Letter letter) throws EmailException {
        AccessRequest request = request(letter);
        String words = isApproved(request) ? "dataAccessApproved" : "dataAccessDenied";
        sendToParties(letter, words, Portrayal.comments(request));
    }

    private void sendToParties(Letter letter, String words, List<List<String>> comments) throws EmailException {
        AccessRequest request = request(letter);
        Map<String, Object> more = new HashMap<>();
        more.put("request", portrayal.of(request));
        more.put("comments", comments);
        more.put("link", account(letter));
        grants(request).map(portrayal::of).findFirst().ifPresent(grant -> more.put("grant", grant));
        send(
                words,
                List.of(Words.inSubject(portrayal.application(request.access().client()))),
                "decided",
                more);
    }

    private void sendOfGrant(Letter letter, String words) throws EmailException {
        AccessGrant grant = access.grants().find(letter.about()).orElseThrow();
        send(
                words,
                List.of(Words.inSubject(portrayal.application(grant.access().client()))),
                "grant",
                Map.of("grant", portrayal.of(grant), "link", account(letter)));
    }

    private void send(String words, List<Object> inSubject, String template, Map<String, Object> more)
            throws EmailException {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.put("words", words);
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reader)
                .send(words + "Subject", inSubject, "data-access-" + template + ".ftl", attributes);
    }

    private List<Object> who(AccessRequest request) {
        return List.of(
                Words.inSubject(request.ask().requester().username()),
                Words.inSubject(portrayal.application(request.access().client())));
    }

    /** Each once, urgent ones first, then those that expire first. */
    private List<AccessRequest> requests(Letter letter, List<Letter> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(letter), others.stream())
                .map(Letter::about)
                .distinct()
                .flatMap(id -> access.requests().find(id).stream())
                .sorted(Comparator.comparing(
                                (AccessRequest request) -> !request.ask().wish().urgent())
                        .thenComparing(request -> request.course().times().expiresAt()))
                .collect(Collectors.toList());
    }

    private AccessRequest request(Letter letter) {
        return access.requests().find(letter.about()).orElseThrow();
    }

    private boolean urgent(Letter letter) {
        return request(letter).ask().wish().urgent();
    }

    private static boolean isApproved(AccessRequest request) {
        return request.course().status() == RequestStatus.APPROVED;
    }

    private Stream<AccessGrant> grants(AccessRequest request) {
        return access
                .grants()
                .notOverAt(Target.of(request.access()), access.clock().instant())
                .stream()
                .filter(grant -> grant.approval().requestId().equals(request.id()));
    }

    private String approval(Letter letter) {
        return new Addresses(letter.content(), realm.getName()).approval();
    }

    private String account(Letter letter) {
        return new Addresses(letter.content(), realm.getName()).account();
    }
}
