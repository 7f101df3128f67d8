/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Choice;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.Vote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** What templates get to know of requests and grants: neither justification nor ticket, which mail is not the place for. */
final class Portrayal {

    private final RealmModel realm;
    private final Words words;

    Portrayal(RealmModel realm, Words words) {
        this.realm = realm;
        this.words = words;
    }

    Map<String, Object> of(AccessRequest request) {
        Map<String, Object> map = of(request.access(), request.frozen().categories());
        map.put("requester", Words.inMail(request.ask().requester().username()));
        map.put("forOther", !request.ask().requester().isSameAs(request.access().subject()));
        map.put(
                "sensitivity",
                words.name(
                        "dataAccessSensitivity.", request.frozen().sensitivity().name()));
        map.put(
                "purpose",
                words.name("dataAccessPurpose.", request.ask().reason().purpose()));
        map.put("urgent", request.ask().wish().urgent());
        map.put("expires", words.time(request.course().times().expiresAt()));
        return map;
    }

    Map<String, Object> of(AccessGrant grant) {
        Map<String, Object> map = of(grant.access(), grant.approval().categories());
        map.put("until", words.time(grant.term().until()));
        grant.term().ending().ifPresent(ending -> {
            map.put("ended", words.time(ending.at()));
            map.put("reason", quote(ending.reason()));
        });
        return map;
    }

    /** What the deciding approvers wrote: of a denial those who denied, of an approval all. */
    static List<List<String>> comments(AccessRequest request) {
        boolean denied = request.course().status() == RequestStatus.DENIED;
        return request.course().votes().stream()
                .filter(vote -> !denied || vote.is(Choice.DENY))
                .map(Vote::ballot)
                .map(ballot -> ballot.comment().strip())
                .filter(comment -> !comment.isEmpty())
                .map(Portrayal::quote)
                .toList();
    }

    /** Line by line: text mails mark each, so that no line of a quote passes for one of the mail's own. */
    private static List<String> quote(String text) {
        return Shown.prose(text).lines().toList();
    }

    String application(ClientRef client) {
        return Optional.ofNullable(realm.getClientById(client.id()))
                .map(ClientModel::getName)
                .filter(name -> !name.isBlank() && !name.startsWith("${"))
                .map(Words::inMail)
                .orElseGet(() -> Words.inMail(client.clientId()));
    }

    private Map<String, Object> of(Access access, List<DataCategory> categories) {
        Map<String, Object> map = new HashMap<>();
        map.put("subject", Words.inMail(access.subject().username()));
        map.put("application", application(access.client()));
        map.put(
                "data",
                categories.stream().map(DataCategory::label).map(Words::inMail).toList());
        return map;
    }
}
