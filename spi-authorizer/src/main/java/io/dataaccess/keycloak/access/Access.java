/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** What is asked for and granted: one person, through one client, one scope. */
public record Access(UserRef subject, ClientRef client, ScopeRef scope) {

    /** Whether both mean the same, by id. */
    public boolean isSameAs(Access other) {
        return subject.isSameAs(other.subject)
                && client.id().equals(other.client.id())
                && scope.id().equals(other.scope.id());
    }
}
