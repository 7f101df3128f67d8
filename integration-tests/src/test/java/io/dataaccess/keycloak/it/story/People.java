/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;

/** Who decides and who looks on, over REST; each call is a new login. */
final class People {

    private final Realm realm;

    People(Realm realm) {
        this.realm = realm;
    }

    /** An admitted employee nobody has heard of, so that tests do not meet in one request. */
    void addEmployee(String username) {
        realm.addUser(username, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
    }

    void approve(String approver, String subject) {
        vote(approver, subject, Map.of("decision", "APPROVE"));
    }

    void approve(String approver, String subject, String duration) {
        vote(approver, subject, Map.of("decision", "APPROVE", "duration", duration));
    }

    void deny(String approver, String subject, String comment) {
        vote(approver, subject, Map.of("decision", "DENY", "comment", comment));
    }

    void revoke(String approver, String subject) {
        String id = only(asAuditor("grants?active=true&subject=" + subject));
        Answer answer =
                realm.adminRestOf(approver).post("grants/" + id + "/revoke", Map.of("reason", "No longer needed"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
    }

    boolean hasGrant(String subject) {
        return !asAuditor("grants?active=true&subject=" + subject).each("id").isEmpty();
    }

    /** All that were ever filed for this person, whatever became of them. */
    List<String> requests(String subject) {
        return asAuditor("requests?subject=" + subject).each("scope");
    }

    private void vote(String approver, String subject, Map<String, String> ballot) {
        String id = only(asAuditor("requests?status=PENDING&subject=" + subject));
        Answer answer = realm.adminRestOf(approver).post("requests/" + id + "/votes", ballot);
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
