/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.catalog.GroupNames;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Writes one mail to one reader, in the realm's e-mail theme and the reader's language, and sends it. */
final class Sending {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DataAccess access;
    private final UserModel reader;
    private final Headers headers;
    private final Names names;
    private final Portrayal portrayal;

    Sending(KeycloakSession session, DataAccess access, UserModel reader, Headers headers) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.access = access;
        this.reader = reader;
        this.headers = headers;
        this.names = new Names(session, realm, GroupNames.of(realm, access.catalog()));
        this.portrayal = new Portrayal(access, names, new Words(session, realm, reader));
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
            case EXPIRED -> sendToParties(letter, "dataAccessExpired", List.of());
            case ENDS_SOON -> sendOfGrant(letter, "dataAccessEndsSoon");
            case REVOKED -> sendOfGrant(letter, "dataAccessRevoked");
            case DELETED -> sendOfGrant(letter, "dataAccessDeleted");
        }
    }

    private void sendDigest(Letter letter, List<AccessRequest> waiting) throws EmailException {
        send(
                "dataAccessDigest",
                List.of(waiting.size()),
                "digest",
                leading(addresses(letter).queue(), Map.of("digest", Digest.of(waiting, portrayal))));
    }

    private void sendWaiting(Letter letter, String words) throws EmailException {
        AccessRequest request = request(letter);
        send(
                words,
                who(request),
                "waits",
                leading(addresses(letter).approval(), Map.of("request", portrayal.of(request))));
    }

    private void sendSettled(Letter letter) throws EmailException {
        AccessRequest request = request(letter);
        String words = isApproved(request) ? "dataAccessSettledApproved" : "dataAccessSettledDenied";
        send(
                words,
                who(request),
                "settled",
                leading(addresses(letter).approval(), Map.of("request", portrayal.of(request))));
    }

    private void sendDecided(Letter letter) throws EmailException {
        AccessRequest request = request(letter);
        sendToParties(letter, decided(request), Portrayal.comments(request));
    }

    private static String decided(AccessRequest request) {
        if (!isApproved(request)) {
            return "dataAccessDenied";
        }
        return request.ask().requester().isSameAs(request.access().subject())
                ? "dataAccessApproved"
                : "dataAccessApprovedForOther";
    }

    private void sendToParties(Letter letter, String words, List<List<String>> comments) throws EmailException {
        AccessRequest request = request(letter);
        Map<String, Object> more = new HashMap<>();
        more.put("request", portrayal.of(request));
        more.put("comments", comments);
        grants(request).map(portrayal::of).findFirst().ifPresent(grant -> more.put("grant", grant));
        send(
                words,
                what(request.access(), request.frozen().categories()),
                "decided",
                leading(addresses(letter).account(), more));
    }

    private void sendOfGrant(Letter letter, String words) throws EmailException {
        AccessGrant grant = access.grants().find(letter.about()).orElseThrow();
        send(
                words,
                what(grant.access(), grant.approval().categories()),
                "grant",
                leading(addresses(letter).account(), Map.of("grant", portrayal.of(grant))));
    }

    /** With the page that the mail leads to, as far as there is one. */
    private static Map<String, Object> leading(Optional<String> link, Map<String, Object> model) {
        Map<String, Object> more = new HashMap<>(model);
        link.ifPresent(to -> more.put("link", to));
        return more;
    }

    private void send(String words, List<Object> inSubject, String template, Map<String, Object> more)
            throws EmailException {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.put("words", words);
        templates()
                .setRealm(realm)
                .setUser(reader)
                .send(words + "Subject", inSubject, "data-access-" + template + ".ftl", attributes);
    }

    /** With headers, unless another extension sends mail in its own way: that one is asked as Keycloak would ask it. */
    private EmailTemplateProvider templates() {
        EmailTemplateProvider installed = session.getProvider(EmailTemplateProvider.class);
        return installed.getClass() == FreeMarkerEmailTemplateProvider.class && Smtp.isUsed(session)
                ? new HeadedMail(session, headers)
                : installed;
    }

    private List<Object> who(AccessRequest request) {
        return List.of(
                Words.cut(portrayal.requester(request)),
                Words.cut(String.join(", ", Portrayal.data(request.frozen().categories()))),
                portrayal.sensitivity(request));
    }

    private List<Object> what(Access about, List<DataCategory> categories) {
        return List.of(
                Words.cut(names.application(about.client())), Words.cut(String.join(", ", Portrayal.data(categories))));
    }

    /** Each once. */
    private List<AccessRequest> requests(Letter letter, List<Letter> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(letter), others.stream())
                .map(Letter::about)
                .distinct()
                .flatMap(id -> access.requests().find(id).stream())
                .toList();
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

    private Addresses addresses(Letter letter) {
        return new Addresses(letter.content(), realm.getName());
    }
}
