/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderCapability;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Identity providers whose word goes stale: old attributes and groups that decide, logins of which nobody knows how old they are. */
public final class IdentityProviderProblems {

    /** Where the mappers of Keycloak keep the attribute they write: of claims, of social profiles, hardcoded. */
    private static final Set<String> TARGETS = Set.of("user.attribute", "userAttribute", "attribute");

    private static final String FORCE = "FORCE";

    private final KeycloakSession session;
    private final ConditionAttributes attributes;
    private final ApproverGroups groups;

    public IdentityProviderProblems(KeycloakSession session, ConditionAttributes attributes, ApproverGroups groups) {
        this.session = session;
        this.attributes = attributes;
        this.groups = groups;
    }

    public Stream<Problem> find() {
        return Stream.concat(
                enabled(IdentityProviderQuery.capability(IdentityProviderCapability.USER_LINKING))
                        .flatMap(this::stale),
                enabled(IdentityProviderQuery.userAuthentication()).flatMap(this::oldLogins));
    }

    private Stream<IdentityProviderModel> enabled(IdentityProviderQuery query) {
        return session.identityProviders().getAllStream(query).filter(IdentityProviderModel::isEnabled);
    }

    private Stream<Problem> stale(IdentityProviderModel provider) {
        return session.identityProviders()
                .getMappersByAliasStream(provider.getAlias())
                .filter(mapper -> !isForced(provider, mapper))
                .flatMap(mapper -> Stream.concat(ofAttribute(provider, mapper), ofGroup(provider, mapper)));
    }

    static boolean isForced(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        return FORCE.equals(syncMode(provider, mapper));
    }

    /** A mapper without one of its own never updates. */
    private static String syncMode(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        String own = Objects.requireNonNullElse(config(mapper).get(IdentityProviderMapperModel.SYNC_MODE), "LEGACY");
        return own.equals("INHERIT")
                ? Optional.ofNullable(config(provider).get(IdentityProviderModel.SYNC_MODE))
                        .orElse("LEGACY")
                : own;
    }

    private Stream<Problem> ofAttribute(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        return TARGETS.stream()
                .flatMap(target -> Optional.ofNullable(config(mapper).get(target)).stream())
                .map(String::strip)
                .filter(attributes::contain)
                .map(name -> Problem.error(
                        "attribute_not_forced",
                        RealmElement.identityProvider(provider),
                        "feeds the attribute {attribute}, which conditions of {policies} read, and does not update it at"
                                + " every login: set the sync mode of mapper {mapper} to FORCE",
                        ParameterizedText.naming(
                                "attribute", name, "policies", attributes.readers(name), "mapper", mapper.getName())));
    }

    private Stream<Problem> ofGroup(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        return Stream.ofNullable(config(mapper).get("group"))
                .filter(path -> !"ORGANIZATION".equals(config(mapper).get("groupType")))
                .map(KeycloakModelUtils::normalizeGroupPath)
                .filter(groups::include)
                .map(path -> Problem.error(
                        "approver_group_not_forced",
                        RealmElement.identityProvider(provider),
                        "puts people into the approver group {group}, and does not take them out at a later login: set"
                                + " the sync mode of mapper {mapper} to FORCE",
                        ParameterizedText.naming("group", path, "mapper", mapper.getName())));
    }

    private Stream<Problem> oldLogins(IdentityProviderModel provider) {
        if (groups.paths().isEmpty() || Boolean.TRUE.equals(provider.isLinkOnly()) || tellsTheLogin(provider)) {
            return Stream.empty();
        }
        return Stream.of(Problem.error(
                "provider_without_max_age",
                RealmElement.identityProvider(provider),
                "does not tell how long ago a login was there, so that it counts as old and approvers who come from it"
                        + " cannot decide: switch on 'Pass max_age', with SAML 'Force authentication', or switch it"
                        + " off"));
    }

    private static boolean tellsTheLogin(IdentityProviderModel provider) {
        return provider.isPassMaxAge()
                || ("saml".equals(provider.getProviderId())
                        && Boolean.parseBoolean(config(provider).get("forceAuthn")));
    }

    private static Map<String, String> config(IdentityProviderMapperModel mapper) {
        return Objects.requireNonNullElse(mapper.getConfig(), Map.of());
    }

    private static Map<String, String> config(IdentityProviderModel provider) {
        return Objects.requireNonNullElse(provider.getConfig(), Map.of());
    }
}
