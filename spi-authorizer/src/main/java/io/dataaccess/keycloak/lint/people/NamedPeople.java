/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Approvers of whom one thing is wrong: so many are named, then only that there are more. */
final class NamedPeople {

    static final int MOST = 50;

    private final RealmModel realm;
    private final String code;
    private final List<Problem> found = new ArrayList<>();

    NamedPeople(RealmModel realm, String code) {
        this.realm = realm;
        this.code = code;
    }

    /** Whether another one would say anything new. */
    boolean isOpen() {
        return found.size() <= MOST;
    }

    void add(Problem problem) {
        if (isOpen() && !found.contains(problem)) {
            found.add(problem);
        }
    }

    Stream<Problem> problems() {
        Stream<Problem> named = found.stream().limit(MOST);
        return isOpen() ? named : Stream.concat(named, Stream.of(more()));
    }

    private Problem more() {
        return Problem.warning(
                "approvers_many",
                RealmElement.realm(realm),
                "has more than {most} approvers of whom {code} is to be said; only so many are named: mend it for the"
                        + " group",
                ParameterizedText.naming("most", String.valueOf(MOST), "code", code));
    }
}
