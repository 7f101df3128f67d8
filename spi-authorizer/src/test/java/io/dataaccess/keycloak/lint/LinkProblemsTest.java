/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.lint.realm.LinkProblems;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Test
    void findsRealmWhenTheServerOffersTheDeprecatedLink() {
        assertThat(problems(true))
                .allSatisfy(ProblemRealm::assertSaid)
                .extracting(Problem::code)
                .containsExactly("link_option_on");
        assertThat(problems(false)).isEmpty();
    }

    @Test
    void findsNothingWhenNobodyMustApprove() {
        realm.letNobodyApprove();

        assertThat(problems(true)).isEmpty();
    }

    private List<Problem> problems(boolean isOn) {
        return new LinkProblems(realm.realm, Catalog.of(realm.realm), isOn)
                .find()
                .toList();
    }
}
