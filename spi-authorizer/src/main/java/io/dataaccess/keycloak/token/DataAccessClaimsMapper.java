/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.session.DataAccess;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keycloak.util.TokenUtil;

/**
 * Repeats in ID token and userinfo what the gate writes into access tokens; those need no mapper. An ID token that does
 * ends as early as they do: it is built before the gate, and token exchange can hand it out in place of one (26.7.3).
 */
public final class DataAccessClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {

    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        List<GuardedScope> guarded = ScopeCatalog.guarded(context.getClientScopesStream());
        if (guarded.isEmpty()) {
            TokenClaims.NONE.writeTo(token);
            return;
        }
        List<Decision> decisions = List.of(DataAccess.of(session)
                .decide(
                        userSession.getUser(),
                        context.getClientSession().getClient(),
                        guarded,
                        Impersonation.isIn(userSession)));
        TokenClaims.of(decisions).writeTo(token);
        if (TokenUtil.TOKEN_TYPE_ID.equals(token.getType())) {
            new TokenLifespanCap(DataAccess.of(session).clock().instant(), decisions).applyTo(token);
        }
    }

    /** The last one: other mappers may write the same claims. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String getId() {
        return "data-access-claims-mapper";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Data access";
    }

    @Override
    public String getHelpText() {
        return "Data categories and approvals of the guarded scopes, as they stand in access tokens.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, DataAccessClaimsMapper.class);
        return properties;
    }
}
