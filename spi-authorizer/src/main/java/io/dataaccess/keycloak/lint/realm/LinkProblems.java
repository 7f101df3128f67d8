/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** A server that offers applications a way to link accounts which is refused where anybody approves. */
public final class LinkProblems {

    private final RealmModel realm;
    private final Catalog catalog;
    private final boolean isOn;

    /** @param isOn whether the server offers it */
    public LinkProblems(RealmModel realm, Catalog catalog, boolean isOn) {
        this.realm = realm;
        this.catalog = catalog;
        this.isOn = isOn;
    }

    public Stream<Problem> find() {
        boolean isRefused = catalog.policySet().policies().stream()
                .anyMatch(policy -> !policy.approval().required().isEmpty());
        return isOn && isRefused
                ? Stream.of(Problem.warning(
                        "link_option_on",
                        RealmElement.realm(realm),
                        "is on a server with the option allow-client-initiated-account-linking, of which nothing is left"
                                + " here: that link shows no page and asks for no login, and is refused. Take the option"
                                + " away, and have applications ask for kc_action=idp_link"))
                : Stream.empty();
    }
}
