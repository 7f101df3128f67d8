/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** Whose access, through what, to what: the columns that requests and grants share. */
@Embeddable
class AccessColumns {

    @Column(name = "SUBJECT_ID", nullable = false, updatable = false)
    private String subjectId;

    @Nationalized
    @Column(name = "SUBJECT_NAME", nullable = false, updatable = false)
    private String subjectName;

    @Nationalized
    @Column(name = "SUBJECT_FULL_NAME", updatable = false)
    private @Nullable String subjectFullName;

    @Column(name = "CLIENT_ID", nullable = false, updatable = false)
    private String clientId;

    @Nationalized
    @Column(name = "CLIENT_NAME", nullable = false, updatable = false)
    private String clientName;

    @Column(name = "SCOPE_ID", nullable = false, updatable = false)
    private String scopeId;

    @Nationalized
    @Column(name = "SCOPE_NAME", nullable = false, updatable = false)
    private String scopeName;

    @SuppressWarnings("NullAway.Init")
    protected AccessColumns() {}

    AccessColumns(Access access) {
        subjectId = access.subject().id();
        subjectName = access.subject().username();
        subjectFullName = access.subject().name().orElse(null);
        clientId = access.client().id();
        clientName = access.client().clientId();
        scopeId = access.scope().id();
        scopeName = access.scope().name();
    }

    Access access() {
        return new Access(
                new UserRef(subjectId, subjectName, Optional.ofNullable(subjectFullName)),
                new ClientRef(clientId, clientName),
                new ScopeRef(scopeId, scopeName));
    }
}
