/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderCapability;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What conditions read and no administrator of this realm has written: names and addresses that an identity provider brings
 * without any mapper, groups that its mappers put people into, and usernames that people choose who are invited.
 */
public final class ConditionWriterProblems {

    /** Taken over at the first login at the latest (26.7.3). */
    private static final List<String> BROUGHT = List.of(ConditionAttributes.USERNAME, "email", "firstName", "lastName");

    private static final String POLICIES = "policies";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ConditionAttributes attributes;
    private final ApproverGroups approvers;

    public ConditionWriterProblems(
            KeycloakSession session, RealmModel realm, ConditionAttributes attributes, ApproverGroups approvers) {
        this.session = session;
        this.realm = realm;
        this.attributes = attributes;
        this.approvers = approvers;
    }

    public Stream<Problem> find() {
        Stream<Problem> ofProviders = session.identityProviders()
                .getAllStream(IdentityProviderQuery.capability(IdentityProviderCapability.USER_LINKING))
                .filter(IdentityProviderModel::isEnabled)
                .flatMap(provider -> Stream.concat(brought(provider), groups(provider)));
        return Stream.concat(ofProviders, invited());
    }

    private Stream<Problem> brought(IdentityProviderModel provider) {
        return Boolean.TRUE.equals(provider.isLinkOnly())
                ? Stream.empty()
                : BROUGHT.stream()
                        .filter(attributes::contain)
                        .map(name -> of(
                                provider,
                                ParameterizedText.of(
                                        "attribute",
                                        "brings the attribute {attribute} of whoever comes from there, which conditions"
                                                + " of {policies} read: read the id or an attribute that administrators"
                                                + " write, or know that nobody chooses it there",
                                        ParameterizedText.naming(
                                                "attribute", name, POLICIES, attributes.readers(name)))));
    }

    /** Which group it is, a condition may compute. Of approver groups other problems tell. */
    private Stream<Problem> groups(IdentityProviderModel provider) {
        return attributes.areGroupsRead()
                ? session.identityProviders()
                        .getMappersByAliasStream(provider.getAlias())
                        .flatMap(mapper -> MapperProblems.group(mapper)
                                .filter(path -> !approvers.include(path))
                                .filter(path -> MapperProblems.isForEverybody(mapper)
                                        || !IdentityProviderProblems.isForced(provider, mapper))
                                .map(path -> group(provider, mapper, path)))
                : Stream.empty();
    }

    private Problem group(IdentityProviderModel provider, IdentityProviderMapperModel mapper, String path) {
        Map<String, String> named = ParameterizedText.naming(
                "group",
                path,
                POLICIES,
                attributes.readersOfGroups(),
                "mapper",
                Objects.requireNonNullElse(mapper.getName(), ""));
        return of(
                provider,
                ParameterizedText.of(
                        "group",
                        "puts everybody who comes from there into the group {group}, or does not take them out again, and"
                                + " conditions of {policies} read groups: let mapper {mapper} ask for a claim, with sync"
                                + " mode FORCE",
                        named));
    }

    private static Problem of(IdentityProviderModel provider, ParameterizedText what) {
        return Problem.warning("provider_writes_conditions", RealmElement.identityProvider(provider), what);
    }

    /** They register, whether or not the realm lets anybody register. */
    private Stream<Problem> invited() {
        return realm.isOrganizationsEnabled() && attributes.contain(ConditionAttributes.USERNAME)
                ? Stream.of(Problem.warning(
                        "username_of_invited",
                        RealmElement.attribute(ConditionAttributes.USERNAME),
                        "is read by conditions of {policies}, and whoever is invited into an organization chooses it: read"
                                + " the id",
                        ParameterizedText.naming(POLICIES, attributes.readers(ConditionAttributes.USERNAME))))
                : Stream.empty();
    }
}
