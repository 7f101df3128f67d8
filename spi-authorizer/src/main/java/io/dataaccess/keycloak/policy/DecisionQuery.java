/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;

/**
 * What the decision is about.
 *
 * @param scopes the guarded scopes asked for
 * @param impersonated whether somebody else acts in the subject's session
 */
public record DecisionQuery(Person subject, ClientRef client, List<GuardedScope> scopes, boolean impersonated) {

    public DecisionQuery {
        scopes = List.copyOf(scopes);
    }
}
