/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Without the required action nobody is asked in the browser, the login ends in an error, and its time is not known. */
public final class ActionProblems {

    private static final String ACTION = "data-access-approval";
    private static final RealmElement WHERE = RealmElement.requiredAction(ACTION);

    private final RealmModel realm;

    public ActionProblems(RealmModel realm) {
        this.realm = realm;
    }

    public Stream<Problem> find() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ACTION);
        if (action == null) {
            return Stream.of(Problem.error(
                    "action_missing",
                    WHERE,
                    "is not registered in this realm, so that no approver who signs in now can decide: register it under"
                            + " Authentication"));
        }
        return action.isEnabled()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "action_off",
                        WHERE,
                        "is switched off, so that no approver who signs in now can decide: switch it on under"
                                + " Authentication"));
    }
}
