/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.lint.login.FirstLoginProblems;
import io.dataaccess.keycloak.lint.login.LoginFlowProblems;
import io.dataaccess.keycloak.lint.login.LoginLevelProblems;
import io.dataaccess.keycloak.lint.login.SilentLoginProblems;
import io.dataaccess.keycloak.lint.people.ApproverAccountProblems;
import io.dataaccess.keycloak.lint.people.ApproverAccounts;
import io.dataaccess.keycloak.lint.people.ApproverCredentialProblems;
import io.dataaccess.keycloak.lint.people.ApproverGroups;
import io.dataaccess.keycloak.lint.people.ApproverProblems;
import io.dataaccess.keycloak.lint.people.AttributeProblems;
import io.dataaccess.keycloak.lint.people.ConditionAttributes;
import io.dataaccess.keycloak.lint.people.ConditionProblems;
import io.dataaccess.keycloak.lint.people.ConditionWriterProblems;
import io.dataaccess.keycloak.lint.people.DefaultProblems;
import io.dataaccess.keycloak.lint.people.DirectoryMapperProblems;
import io.dataaccess.keycloak.lint.people.DirectoryProblems;
import io.dataaccess.keycloak.lint.people.GroupProblems;
import io.dataaccess.keycloak.lint.people.IdentityProviderProblems;
import io.dataaccess.keycloak.lint.people.MapperProblems;
import io.dataaccess.keycloak.lint.people.PermissionProblems;
import io.dataaccess.keycloak.lint.people.RequesterProblems;
import io.dataaccess.keycloak.lint.people.TrustedPeopleProblems;
import io.dataaccess.keycloak.lint.people.UnlistedMemberProblems;
import io.dataaccess.keycloak.lint.people.WorkflowProblems;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.lint.realm.ActionProblems;
import io.dataaccess.keycloak.lint.realm.AdminClientProblems;
import io.dataaccess.keycloak.lint.realm.BackchannelLoginProblems;
import io.dataaccess.keycloak.lint.realm.CategoryProblems;
import io.dataaccess.keycloak.lint.realm.ClientProblems;
import io.dataaccess.keycloak.lint.realm.ComponentProblems;
import io.dataaccess.keycloak.lint.realm.ConsoleProblems;
import io.dataaccess.keycloak.lint.realm.DecisionProblems;
import io.dataaccess.keycloak.lint.realm.DefaultScopeProblems;
import io.dataaccess.keycloak.lint.realm.EventProblems;
import io.dataaccess.keycloak.lint.realm.FeatureProblems;
import io.dataaccess.keycloak.lint.realm.FormerScopeProblems;
import io.dataaccess.keycloak.lint.realm.LinkProblems;
import io.dataaccess.keycloak.lint.realm.LookalikeProblems;
import io.dataaccess.keycloak.lint.realm.PageProblems;
import io.dataaccess.keycloak.lint.realm.PolicyProblems;
import io.dataaccess.keycloak.lint.realm.ProviderProblems;
import io.dataaccess.keycloak.lint.realm.RealmClients;
import io.dataaccess.keycloak.lint.realm.RealmProblems;
import io.dataaccess.keycloak.lint.realm.RedirectProblems;
import io.dataaccess.keycloak.lint.realm.ScopeProblems;
import io.dataaccess.keycloak.lint.realm.ScopeRoleProblems;
import io.dataaccess.keycloak.lint.realm.SettingProblems;
import io.dataaccess.keycloak.login.DeprecatedLink;
import io.dataaccess.keycloak.policy.PolicySet;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Everything that is wrong with a realm as configuration and people stand now: of the people, only members of approver
 * groups are looked at.
 */
public final class RealmProblemFinder {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Catalog catalog;
    private final Directory directory;
    private final ApproverFeasibility feasibility;
    private final RealmIndex index;

    /**
     * All that can be wrong with a realm.
     *
     * @param realm the realm of the session's context: Keycloak reads user profile and identity providers from there
     */
    public RealmProblemFinder(
            KeycloakSession session,
            RealmModel realm,
            Catalog catalog,
            Directory directory,
            ApproverFeasibility feasibility,
            RealmIndex index) {
        this.session = session;
        this.realm = realm;
        this.catalog = catalog;
        this.directory = directory;
        this.feasibility = feasibility;
        this.index = index;
    }

    public List<Problem> all() {
        return Stream.of(ofClassification(), ofPolicies(), ofPeople(), ofRealm())
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private ApproverAccounts accounts() {
        return new ApproverAccounts(session, realm, directory, index);
    }

    private RealmClients clients() {
        return new RealmClients(realm, index);
    }

    private Stream<Problem> ofClassification() {
        return Stream.of(
                        new ComponentProblems(catalog).find(),
                        new CategoryProblems(realm, catalog).find(),
                        new ScopeProblems(realm, catalog).find(),
                        new FormerScopeProblems(realm, index::recordedScopes).find(),
                        new DefaultScopeProblems(clients()).find(),
                        new SettingProblems(clients(), catalog).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofPolicies() {
        return Stream.of(
                        new ConditionProblems(catalog).find(),
                        new PolicyProblems(catalog).find(),
                        new LoginLevelProblems(realm, catalog).find(),
                        new SilentLoginProblems(realm, catalog).find(),
                        new LoginFlowProblems(session, clients()).find(),
                        new ApproverCredentialProblems(session, realm, catalog, accounts()).find(),
                        new ApproverProblems(realm, catalog, feasibility).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofPeople() {
        PolicySet policySet = catalog.policySet();
        ApproverGroups groups = ApproverGroups.of(policySet);
        ConditionAttributes attributes = new ConditionAttributes(policySet);
        return Stream.of(
                        new GroupProblems(session, realm, groups).find(),
                        new ApproverAccountProblems(realm, accounts(), feasibility).find(groups),
                        new AttributeProblems(session, realm, attributes).find(),
                        new IdentityProviderProblems(session, attributes, groups).find(),
                        new FirstLoginProblems(session, realm).find(),
                        new ConditionWriterProblems(session, realm, attributes, groups).find(),
                        new DirectoryProblems(realm).find(),
                        new DirectoryMapperProblems(session, realm, attributes, groups).find(),
                        new UnlistedMemberProblems(realm, groups).find(),
                        new MapperProblems(session, realm, groups).find(),
                        new DefaultProblems(realm, catalog).find(),
                        new TrustedPeopleProblems(session, realm, groups, index).find(),
                        new PermissionProblems(session, realm).find(),
                        new WorkflowProblems(session, realm, groups, attributes).find())
                .flatMap(found -> found);
    }

    private Stream<Problem> ofRealm() {
        return Stream.of(
                        new ActionProblems(realm).find(),
                        new ClientProblems(clients()).find(),
                        new ScopeRoleProblems(clients()).find(),
                        new RedirectProblems(clients()).find(),
                        new BackchannelLoginProblems(clients()).find(),
                        new LookalikeProblems(clients()).find(),
                        new AdminClientProblems(realm).find(),
                        new ConsoleProblems(session, realm).find(),
                        new PageProblems(session, clients()).find(),
                        new RealmProblems(realm).find(),
                        new LinkProblems(realm, catalog, DeprecatedLink.isOn(session)).find(),
                        new RequesterProblems(realm).find(),
                        new EventProblems(realm).find(),
                        new FeatureProblems(Profile::isFeatureEnabled).find(),
                        new DecisionProblems(session, clients()).find(),
                        new ProviderProblems(session, realm).find())
                .flatMap(found -> found);
    }
}
