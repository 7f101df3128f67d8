/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderCapability;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.utils.KeycloakSessionUtil;

/** Mappers of identity providers that make everybody who comes from there an approver, auditor or the like. */
public final class MapperProblems {

    /** Ids of Keycloak's mappers that ask for nothing (26.7.3; the ids say oidc, and they are for all kinds). */
    private static final Set<String> HARDCODED =
            Set.of("oidc-hardcoded-group-idp-mapper", "oidc-hardcoded-role-idp-mapper");

    private static final String MAPPER = "mapper";

    private static final Map<String, String> ADVANCED = Map.of(
            "oidc-advanced-group-idp-mapper", "claims",
            "oidc-advanced-role-idp-mapper", "claims",
            "saml-advanced-group-idp-mapper", "attributes",
            "saml-advanced-role-idp-mapper", "attributes");

    private static final Set<String> REGEX = Set.of("are.claim.values.regex", "are.attribute.values.regex");

    private static final Pattern ANYTHING = Pattern.compile("\\^?\\(?(\\.|\\[\\\\s\\\\S]|\\\\S)[*+][?+]?\\)?\\$?");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ApproverGroups groups;
    private final PowerfulRoles roles;

    public MapperProblems(KeycloakSession session, RealmModel realm, ApproverGroups groups) {
        this.session = session;
        this.realm = realm;
        this.groups = groups;
        this.roles = new PowerfulRoles(realm);
    }

    public Stream<Problem> find() {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.capability(IdentityProviderCapability.USER_LINKING))
                .filter(IdentityProviderModel::isEnabled)
                .flatMap(provider -> session.identityProviders()
                        .getMappersByAliasStream(provider.getAlias())
                        .flatMap(mapper -> ofMapper(provider, mapper)));
    }

    private Stream<Problem> ofMapper(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        return Stream.concat(ofGroup(provider, mapper), ofRole(provider, mapper));
    }

    private Stream<Problem> ofGroup(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        return group(mapper)
                .filter(path -> isForEverybody(mapper))
                .filter(path -> groups.include(path) || givesOurs(path))
                .map(path -> everybody(
                        provider,
                        "group",
                        "puts everybody who comes from there into the group {group}",
                        ParameterizedText.naming("group", path, MAPPER, mapper.getName())));
    }

    /** The path of the realm's group that it puts people into. */
    static Stream<String> group(IdentityProviderMapperModel mapper) {
        return Stream.ofNullable(config(mapper).get("group"))
                .filter(path -> !"ORGANIZATION".equals(config(mapper).get("groupType")))
                .map(KeycloakModelUtils::normalizeGroupPath);
    }

    private boolean givesOurs(String path) {
        GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, path);
        return group != null && roles.givenBy(group).findAny().isPresent();
    }

    private Stream<Problem> ofRole(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
        String name = Optional.ofNullable(config(mapper).get("role")).orElse("");
        RoleModel role = name.isBlank()
                ? null
                : KeycloakModelUtils.getRoleFromString(KeycloakSessionUtil.getKeycloakSession(), realm, name);
        if (role == null || roles.givenBy(role).findAny().isEmpty()) {
            return Stream.empty();
        }
        if (isForEverybody(mapper)) {
            return Stream.of(everybody(
                    provider,
                    "role",
                    "gives everybody who comes from there the role {role}",
                    ParameterizedText.naming("role", role.getName(), MAPPER, mapper.getName())));
        }
        return IdentityProviderProblems.isForced(provider, mapper)
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "role_not_forced",
                        RealmElement.identityProvider(provider),
                        "gives people the role {role}, and does not take it at a later login: set the sync mode of"
                                + " mapper {mapper} to FORCE",
                        ParameterizedText.naming("role", role.getName(), MAPPER, mapper.getName())));
    }

    /** One that asks for claims, and lists none, is for everybody as well (26.7.3). */
    static boolean isForEverybody(IdentityProviderMapperModel mapper) {
        String kind = mapper.getIdentityProviderMapper();
        String asked = ADVANCED.get(kind);
        return HARDCODED.contains(kind)
                || (asked != null
                        && mapper.getConfigMap(asked).values().stream()
                                .flatMap(List::stream)
                                .allMatch(value -> isRegex(mapper) && isAnything(value)));
    }

    private static boolean isRegex(IdentityProviderMapperModel mapper) {
        return REGEX.stream()
                .anyMatch(key -> Boolean.parseBoolean(config(mapper).get(key)));
    }

    /** A pattern that takes whatever the claim says asks for nothing but the claim. */
    private static boolean isAnything(String pattern) {
        return ANYTHING.matcher(pattern).matches();
    }

    private static Problem everybody(
            IdentityProviderModel provider, String kind, String what, Map<String, String> named) {
        return Problem.error(
                "provider_for_everybody",
                RealmElement.identityProvider(provider),
                ParameterizedText.of(
                        kind,
                        what
                                + ", whoever it is: delete the mapper {mapper}, or let it ask for a claim that says who may",
                        named));
    }

    /** Stored without one, it has none (26.7.3). */
    private static Map<String, String> config(IdentityProviderMapperModel mapper) {
        return Objects.requireNonNullElse(mapper.getConfig(), Map.of());
    }
}
