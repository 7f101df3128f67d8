/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.policy.PolicyBook;
import io.dataaccess.keycloak.request.Outlook;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Everything that is wrong with a realm as configuration and people stand now: of the people, only members of approver
 * groups are looked at.
 */
public final class Problems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Catalog catalog;
    private final Directory directory;
    private final Outlook outlook;
    private final UnaryOperator<Set<String>> recordedScopes;

    /**
     * All that can be wrong with a realm.
     *
     * @param realm the realm of the session's context: Keycloak reads user profile and identity providers from there
     * @param recordedScopes of these names of scopes, those that a request or an access grant of the realm has
     */
    public Problems(
            KeycloakSession session,
            RealmModel realm,
            Catalog catalog,
            Directory directory,
            Outlook outlook,
            UnaryOperator<Set<String>> recordedScopes) {
        this.session = session;
        this.realm = realm;
        this.catalog = catalog;
        this.directory = directory;
        this.outlook = outlook;
        this.recordedScopes = recordedScopes;
    }

    public List<Problem> all() {
        return Stream.of(ofClassification(), ofPolicies(), ofPeople(), ofRealm())
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private Stream<Problem> ofClassification() {
        return Stream.of(
                        new ComponentProblems(catalog).find(),
                        new CategoryProblems(realm, catalog).find(),
                        new ScopeProblems(realm, catalog).find(),
                        new FormerScopeProblems(realm, recordedScopes).find(),
                        new DefaultScopeProblems(realm).find(),
                        new SettingProblems(realm).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofPolicies() {
        return Stream.of(
                        new ConditionProblems(catalog).find(),
                        new PolicyProblems(catalog).find(),
                        new LoginLevelProblems(realm, catalog).find(),
                        new ApproverCredentialProblems(session, realm, catalog, directory).find(),
                        new ApproverProblems(realm, catalog, outlook).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofPeople() {
        PolicyBook book = catalog.policyBook();
        ApproverGroups groups = ApproverGroups.of(book);
        ReadAttributes attributes = new ReadAttributes(book);
        return Stream.of(
                        new GroupProblems(session, realm, groups).find(),
                        new ApproverAccountProblems(session, realm, directory, outlook).find(groups),
                        new AttributeProblems(session, realm, attributes).find(),
                        new IdentityProviderProblems(session, attributes, groups).find(),
                        new DirectoryProblems(realm).find(),
                        new MapperProblems(session, realm, groups).find(),
                        new DefaultProblems(realm, catalog).find(),
                        new TrustedPeople(session, realm, groups).find(),
                        new PermissionProblems(session, realm).find(),
                        new WorkflowProblems(session, realm, groups).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofRealm() {
        return Stream.of(
                        new ActionProblems(realm).find(),
                        new ClientProblems(realm).find(),
                        new LookalikeProblems(realm).find(),
                        new AdminClientProblems(realm).find(),
                        new PageProblems(session, realm).find(),
                        new RealmProblems(realm).find(),
                        new RequesterProblems(realm).find(),
                        new EventProblems(realm).find(),
                        new FeatureProblems(Profile::isFeatureEnabled).find(),
                        new DecisionProblems(session, realm).find(),
                        new ProviderProblems(session, realm).find())
                .flatMap(found -> found);
    }
}
