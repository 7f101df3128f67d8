/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.directory.GroupLabels;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.notify.OutboxMail;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.session.DataAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Chooses subject, text and template of one mail to one reader, in the realm's e-mail theme and the reader's language, and has it sent. */
final class MailComposer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DataAccess access;
    private final UserModel reader;
    private final MailHeaders headers;
    private final CurrentNames names;
    private final MailModel mailModel;
    private final MailWords words;

    MailComposer(KeycloakSession session, DataAccess access, UserModel reader, MailHeaders headers) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.access = access;
        this.reader = reader;
        this.headers = headers;
        this.names = new CurrentNames(session, realm, GroupLabels.of(realm, access.catalog()));
        this.mailModel = new MailModel(access, names, new MailMessages(session, realm, reader));
        this.words = new MailWords(access, mailModel);
    }

    /** @param others mails about further waiting requests, which this mail is to list as well */
    void send(OutboxMail mail, List<OutboxMail> others) throws EmailException {
        List<AccessRequest> waiting = requests(mail, others);
        if (waiting.size() > 1) {
            sendDigest(mail, waiting, reminded(mail, others));
            return;
        }
        switch (mail.kind()) {
            case WAITS -> sendWaiting(mail, urgent(mail) ? "dataAccessWaitsUrgent" : "dataAccessWaits");
            case REMINDER -> sendWaiting(mail, "dataAccessReminder");
            case DECIDED -> sendDecided(mail);
            case SETTLED -> sendSettled(mail);
            case CANCELLED_REVOKED -> sendToParties(mail, "dataAccessCancelledRevoked", List.of());
            case CANCELLED_BY_OWNER -> sendToParties(mail, "dataAccessCancelledByOwner", List.of());
            case CANCELLED_DELETED -> sendToParties(mail, "dataAccessCancelledDeleted", List.of());
            case CANCELLED_RECLASSIFIED -> sendToParties(mail, "dataAccessCancelledReclassified", List.of());
            case EXPIRED -> sendToParties(mail, words.undecided(request(mail)), List.of());
            case ENDS_SOON -> sendOfGrant(mail, words.endsSoon(grant(mail)));
            case REVOKED -> sendOfGrant(mail, "dataAccessRevoked");
            case DELETED -> sendOfGrant(mail, "dataAccessDeleted");
        }
    }

    private void sendDigest(OutboxMail mail, List<AccessRequest> waiting, Set<String> reminded) throws EmailException {
        send(
                "dataAccessDigest",
                List.of(waiting.size()),
                "digest",
                leading(addresses(mail).queue(), Map.of("digest", DigestMail.of(waiting, reminded, mailModel))));
    }

    private void sendWaiting(OutboxMail mail, String words) throws EmailException {
        AccessRequest request = request(mail);
        send(
                words,
                who(request),
                "waits",
                leading(addresses(mail).approval(), Map.of("request", mailModel.of(request))));
    }

    private void sendSettled(OutboxMail mail) throws EmailException {
        AccessRequest request = request(mail);
        String words = MailWords.isApproved(request) ? "dataAccessSettledApproved" : "dataAccessSettledDenied";
        send(
                words,
                who(request),
                "settled",
                leading(addresses(mail).approval(), Map.of("request", mailModel.of(request))));
    }

    private void sendDecided(OutboxMail mail) throws EmailException {
        AccessRequest request = request(mail);
        sendToParties(mail, words.decided(request), MailModel.comments(request));
    }

    private void sendToParties(OutboxMail mail, String key, List<List<String>> comments) throws EmailException {
        AccessRequest request = request(mail);
        Map<String, Object> more = new HashMap<>();
        more.put("request", mailModel.of(request));
        more.put("comments", comments);
        mailModel.openUntil(request).ifPresent(until -> {
            more.put("until", mailModel.time(until));
            words.grants(request)
                    .map(grant -> grant.term().from().plus(request.content().duration()))
                    .filter(until::isBefore)
                    .forEach(asked -> more.put("shortened", true));
        });
        if (key.equals(MailWords.APPROVED)) {
            application(mail, request).ifPresent(to -> more.put("application", to));
        }
        send(
                key,
                what(request.access(), request.snapshot().categories()),
                "decided",
                leading(addresses(mail).account(), more));
    }

    private void sendOfGrant(OutboxMail mail, String words) throws EmailException {
        AccessGrant grant = grant(mail);
        send(
                words,
                what(grant.access(), grant.approval().categories()),
                "grant",
                leading(addresses(mail).account(), Map.of("grant", mailModel.of(grant))));
    }

    private Optional<String> application(OutboxMail mail, AccessRequest request) {
        return Optional.ofNullable(realm.getClientById(request.access().client().id()))
                .filter(ClientModel::isEnabled)
                .flatMap(addresses(mail)::application);
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
        return installed.getClass() == FreeMarkerEmailTemplateProvider.class && SmtpTransport.isUsed(session)
                ? new TemplateMail(session, headers)
                : installed;
    }

    /** What is certain first: what people are called by their own choice cannot stand in for it, or push it out. */
    private List<Object> who(AccessRequest request) {
        return List.of(
                MailMessages.cut(mailModel.certain(request)),
                MailMessages.cut(
                        String.join(", ", MailModel.data(request.snapshot().categories()))),
                mailModel.sensitivity(request),
                names.chosen(request.content().requester())
                        .map(name -> " – " + name)
                        .orElse(""));
    }

    private List<Object> what(Access about, List<DataCategory> categories) {
        return List.of(
                MailMessages.cut(String.join(", ", MailModel.data(categories))),
                MailMessages.cut(names.application(about.client())));
    }

    /** Each once. */
    private List<AccessRequest> requests(OutboxMail mail, List<OutboxMail> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(mail), others.stream())
                .map(OutboxMail::about)
                .distinct()
                .flatMap(id -> access.requests().find(id).stream())
                .toList();
    }

    private static Set<String> reminded(OutboxMail mail, List<OutboxMail> others) {
        return Stream.concat(Stream.of(mail), others.stream())
                .filter(one -> one.kind() == OutboxMail.Kind.REMINDER)
                .map(OutboxMail::about)
                .collect(toUnmodifiableSet());
    }

    private AccessRequest request(OutboxMail mail) {
        return access.requests().find(mail.about()).orElseThrow();
    }

    private AccessGrant grant(OutboxMail mail) {
        return access.grants().find(mail.about()).orElseThrow();
    }

    private boolean urgent(OutboxMail mail) {
        return request(mail).content().urgent();
    }

    private MailLinks addresses(OutboxMail mail) {
        return new MailLinks(mail.content(), realm.getName());
    }
}
