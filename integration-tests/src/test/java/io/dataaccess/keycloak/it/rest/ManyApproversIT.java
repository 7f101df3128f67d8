/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.representations.idm.GroupRepresentation;

/** Groups of five thousand: who files waits for the few who are enough, and nobody reads all of them one by one. */
@Isolated("the database counts the work of all realms")
final class ManyApproversIT {

    private static final int MANY = 5000;
    /** The caller, their token and what they file take some. */
    private static final long FEW = 500;
    /** Each member one by one takes three times as many. */
    private static final long LESS_THAN_ONE_EACH = MANY;

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);
    private static final Crowd crowd = new Crowd(realm);

    @BeforeAll
    static void gather() throws SQLException {
        crowd.join(group("/us-security"), "guard", MANY, "US");
        crowd.join(below("/eu-privacy", "night"), "watch", MANY, "IE");
        crowd.join(below("/data-owners", "far"), "owner", MANY, "SG");
    }

    @Test
    void filesWhenTheFirstMembersAreEnough() throws SQLException {
        assertThat(lookupsOfFiling("us-contact", 201)).isLessThan(FEW);
    }

    @Test
    void filesWhenMembersAreInAGroupBelow() throws SQLException {
        assertThat(lookupsOfFiling("eu-contact", 201)).isLessThan(FEW);
    }

    /** Only dana, who is one of the data owners, is in the US. */
    @Test
    void looksAtPagesWhenOneOfThousandsMayApprove() throws SQLException {
        assertThat(lookupsOfFiling("us-private", 201)).isLessThan(LESS_THAN_ONE_EACH);
    }

    @Test
    void refusesWhenNoneOfThousandsMayApprove() throws SQLException {
        realm.changeAttribute("dana", "country", "SG");
        try {
            assertThat(lookupsOfFiling("us-private", 409)).isLessThan(LESS_THAN_ONE_EACH);
        } finally {
            realm.changeAttribute("dana", "country", "US");
        }
    }

    /** Fifteen thousand members in all. */
    @Test
    void findsProblemsWithoutReadingEachMember() throws SQLException {
        Rest auditor = realm.adminRestOf("olga");
        long before = crowd.lookups();
        assertThat(Findings.now(auditor)).isEqualTo(Findings.OF_DEMO);
        assertThat(crowd.lookups() - before).isLessThan(3 * LESS_THAN_ONE_EACH);
    }

    private static long lookupsOfFiling(String scope, int expected) throws SQLException {
        Rest requester = staff.self(staff.newcomer());
        long before = crowd.lookups();
        Answer filed = requester.post("requests", Staff.asking(scope));
        long lookups = crowd.lookups() - before;
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(expected);
        return lookups;
    }

    private static String group(String path) {
        return realm.admin().getGroupByPath(path).getId();
    }

    private static String below(String path, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        realm.admin().groups().group(group(path)).subGroup(group).close();
        return group(path + "/" + name);
    }
}
