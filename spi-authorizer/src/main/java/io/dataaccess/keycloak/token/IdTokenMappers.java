/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.AbstractUserRoleMappingMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.utils.JsonUtils;

/**
 * Mappers that write whose token it is into ID tokens. Keycloak takes a session from ID tokens as well (logout, party
 * tokens) and hands nobody the ID token before it is signed (26.7.3), so nothing can be restored in it: a client with
 * such a mapper gets no token.
 */
final class IdTokenMappers {

    /** Keycloak copies it from the access token, before the gate restores it there (26.7.3). */
    private static final String CLIENT = "azp";

    /** What any mapper can write. */
    private static final Set<String> OWNERS = Set.of(CLIENT, "sid");

    /** What mappers of roles can write besides: they pass by Keycloak's list of claims that no mapper may set (26.7.3). */
    private static final Set<String> KINDS = Set.of("exp", "iat", "iss", "jti", "typ");

    private static final String CLIENT_ID = "${client_id}";

    private final KeycloakSession session;
    private final ClientSessionContext context;

    IdTokenMappers(KeycloakSession session, ClientSessionContext context) {
        this.session = session;
        this.context = context;
    }

    /** The name of the first mapper that does. */
    Optional<String> forging() {
        return context.getProtocolMappersStream()
                .filter(mapper ->
                        OIDCAttributeMapperHelper.includeInIDToken(mapper) ? forges(mapper) : isCopied(mapper))
                .map(ProtocolMapperModel::getName)
                .findFirst();
    }

    private boolean forges(ProtocolMapperModel mapper) {
        String claim = claim(mapper);
        if (OWNERS.contains(claim)) {
            return true;
        }
        return (KINDS.contains(claim) || claim.contains(CLIENT_ID)) && isOfRoles(mapper) && mayBecomeOwn(claim);
    }

    /** Mappers of roles write the client beside the one that is copied. */
    private boolean isCopied(ProtocolMapperModel mapper) {
        return CLIENT.equals(claim(mapper))
                && !isOfRoles(mapper)
                && (OIDCAttributeMapperHelper.includeInAccessToken(mapper)
                        || OIDCAttributeMapperHelper.includeInLightweightAccessToken(mapper));
    }

    /** The claim that holds what the mapper's path leads to; empty when it has none. */
    private static String claim(ProtocolMapperModel mapper) {
        String path = mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
        List<String> parts = path == null ? List.of() : JsonUtils.splitClaimPath(path);
        return parts.isEmpty() ? "" : parts.get(0);
    }

    private boolean isOfRoles(ProtocolMapperModel mapper) {
        return session.getKeycloakSessionFactory().getProviderFactory(ProtocolMapper.class, mapper.getProtocolMapper())
                instanceof AbstractUserRoleMappingMapper;
    }

    /** The placeholder stands for the id of any client that has roles. */
    private boolean mayBecomeOwn(String claim) {
        int start = claim.indexOf(CLIENT_ID);
        if (start < 0) {
            return true;
        }
        String before = claim.substring(0, start);
        String after = claim.substring(start + CLIENT_ID.length());
        return Stream.concat(OWNERS.stream(), KINDS.stream())
                .filter(own -> own.length() > before.length() + after.length())
                .filter(own -> own.startsWith(before) && own.endsWith(after))
                .map(own -> own.substring(before.length(), own.length() - after.length()))
                .anyMatch(id -> session.getContext().getRealm().getClientByClientId(id) != null);
    }
}
