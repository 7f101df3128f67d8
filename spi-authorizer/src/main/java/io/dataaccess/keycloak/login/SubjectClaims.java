/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.AbstractPairwiseSubMapper;
import org.keycloak.representations.AccessToken;

/** What may stand in {@code sub} for the user of a session: the id, or what a pairwise mapper of the client makes of it. */
public final class SubjectClaims {

    private final KeycloakSession session;
    private final ClientSessionContext context;

    public SubjectClaims(KeycloakSession session, ClientSessionContext context) {
        this.session = session;
        this.context = context;
    }

    /** Whether this subject is the user of the session. */
    public boolean name(String subject) {
        return subject.equals(id()) || pairwise().anyMatch(subject::equals);
    }

    /** The pairwise subject where the client has one, else the id. */
    public String usual() {
        return pairwise().findFirst().orElseGet(this::id);
    }

    private String id() {
        return userSession().getUser().getId();
    }

    private Stream<String> pairwise() {
        return context.getProtocolMappersStream().flatMap(this::pairwise);
    }

    private Stream<String> pairwise(ProtocolMapperModel mapping) {
        return session.getKeycloakSessionFactory().getProviderFactory(ProtocolMapper.class, mapping.getProtocolMapper())
                        instanceof AbstractPairwiseSubMapper mapper
                ? Stream.of(mapper.transformAccessToken(new AccessToken(), mapping, session, userSession(), context)
                        .getSubject())
                : Stream.empty();
    }

    private UserSessionModel userSession() {
        return context.getClientSession().getUserSession();
    }
}
