/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;

/** Who asks, and who decides over REST. */
final class People {

    private final Realm realm;

    People(Realm realm) {
        this.realm = realm;
    }

    /** An admitted employee nobody has heard of, so that tests do not meet in one request. */
    String add(String username) {
        realm.addUser(username, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return username;
    }

    void approve(String subject) {
        vote(subject, Map.of("decision", "APPROVE"));
    }

    void approve(String subject, String duration) {
        vote(subject, Map.of("decision", "APPROVE", "duration", duration));
    }

    void deny(String subject, String comment) {
        vote(subject, Map.of("decision", "DENY", "comment", comment));
    }

    void revoke(String subject) {
        String id = only(asAuditor("grants?active=true&subject=" + subject));
        Answer answer =
                realm.adminRestOf("avery").post("grants/" + id + "/revoke", Map.of("reason", "No longer needed"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
    }

    boolean isWaiting(String subject) {
        return !asAuditor("requests?status=PENDING&subject=" + subject)
                .each("id")
                .isEmpty();
    }

    boolean hasGrant(String subject) {
        return !asAuditor("grants?active=true&subject=" + subject).each("id").isEmpty();
    }

    private void vote(String subject, Map<String, String> ballot) {
        String id = only(asAuditor("requests?status=PENDING&subject=" + subject));
        Answer answer = realm.adminRestOf("avery").post("requests/" + id + "/votes", ballot);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private Answer asAuditor(String path) {
        return realm.adminRestOf("olga").get(path);
    }

    private static String only(Answer found) {
        assertThat(found.each("id")).hasSize(1);
        return found.each("id").get(0);
    }
}
