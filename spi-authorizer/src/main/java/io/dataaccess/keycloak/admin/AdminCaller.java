/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.approver.ApproverVisibility;
import io.dataaccess.keycloak.approver.Approvers;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.directory.KeycloakDirectory;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.login.SessionLogin;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.RequiredLogins;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestApprovers;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.visibility.Visibility.Decidable;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.LoginCheck;
import io.dataaccess.keycloak.web.NeededLoginRepresentation;
import io.dataaccess.keycloak.web.RepresentationMapper;
import io.dataaccess.keycloak.web.TokenBinding;
import java.util.Optional;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Who calls, and what they may do here. */
public final class AdminCaller implements RepresentationMapper.Viewer {

    private static final String APPROVER = DataAccessRoles.APPROVER;
    private static final String AUDITOR = DataAccessRoles.AUDITOR;
    private static final String POLICY_ADMIN = DataAccessRoles.POLICY_ADMIN;

    private final AdminCall call;
    private final UserModel user;
    private final Person person;
    private final Approvers approvers;
    private final RequestApprovers requestApprovers;
    private final Login login;
    private final LoginCheck check;

    private AdminCaller(AdminCall call) {
        this.call = call;
        this.user = call.auth().getUser();
        this.login = login(call);
        this.check = new LoginCheck(
                call.auth().getClient(), login, call.access().clock().instant());
        this.person = KeycloakDirectory.of(call.realm(), user);
        this.approvers = call.access().approvers();
        this.requestApprovers = call.access().requestApprovers();
    }

    /**
     * The caller, with a token of this realm that was made for administration.
     *
     * @throws InvalidCallException with any other token
     */
    static AdminCaller of(AdminCall call) {
        AdminAuth auth = call.auth();
        if (!auth.getRealm().getId().equals(call.realm().getId())) {
            throw InvalidCallException.forbidden(
                    "wrong_realm", "Log in to this realm: callers from others are not taken");
        }
        requireToken(call);
        return new AdminCaller(call);
    }

    /**
     * Requires that the caller may read how the realm is set up: with one of the three roles, or as somebody who sees its
     * settings in Keycloak anyway, the server's administrators among them.
     *
     * @throws InvalidCallException when not
     */
    static void requireReader(AdminCall call) {
        requireToken(call);
        if (!call.permissions().realm().canViewRealm() && !AdminCaller.of(call).hasAnyRole()) {
            throw InvalidCallException.missingRole("forbidden", APPROVER, AUDITOR, POLICY_ADMIN, AdminRoles.VIEW_REALM);
        }
    }

    /** A token of the realm that it is from, made for administration. */
    private static void requireToken(AdminCall call) {
        AdminAuth auth = call.auth();
        if (!AdminClients.of(call.realm()).contains(auth.getClient().getClientId())) {
            throw InvalidCallException.forbidden(
                    "wrong_client",
                    "This token was issued to an application that is not among the realm's data-access.adminClients");
        }
        if (SelfRegistration.isOf(auth.getClient())) {
            throw InvalidCallException.forbidden(
                    "wrong_client",
                    "Whoever registered this application can change it: it does not administer data access. Ask an"
                            + " administrator to make the client without dynamic registration");
        }
        TokenBinding.of(call.session(), auth.getRealm()).require(auth.getToken(), auth.getUser(), auth.getClient());
    }

    void requireAnyRole() {
        if (!hasAnyRole()) {
            throw InvalidCallException.missingRole("forbidden", APPROVER, AUDITOR, POLICY_ADMIN);
        }
    }

    /** Who may prove to others what was approved: with all that stands in the record. */
    void requireAuditorOrApprover() {
        if (!isAuditor() && !isApprover()) {
            throw InvalidCallException.missingRole("forbidden", APPROVER, AUDITOR);
        }
    }

    void requireOverview() {
        if (!seesAll()) {
            throw InvalidCallException.missingRole("forbidden", AUDITOR, POLICY_ADMIN);
        }
    }

    void requireApprover() {
        if (!isApprover()) {
            throw InvalidCallException.missingRole("not_an_approver", APPROVER);
        }
    }

    void requireRevoker() {
        if (!isApprover() && !isPolicyAdmin()) {
            throw InvalidCallException.missingRole("not_an_approver", APPROVER, POLICY_ADMIN);
        }
    }

    public boolean isApprover() {
        return person.account().approver();
    }

    void requirePolicyAdminInPerson() {
        if (!isPolicyAdmin()) {
            throw InvalidCallException.missingRole("forbidden", POLICY_ADMIN);
        }
        if (isImpersonated()) {
            throw InvalidCallException.forbidden("impersonated", "Nobody decides in an impersonated session");
        }
    }

    boolean isAuditor() {
        return DataAccessRoles.has(call.realm(), user, AUDITOR);
    }

    boolean isPolicyAdmin() {
        return DataAccessRoles.has(call.realm(), user, POLICY_ADMIN);
    }

    private boolean hasAnyRole() {
        return isApprover() || seesAll();
    }

    public boolean seesAll() {
        return isAuditor() || isPolicyAdmin();
    }

    boolean maySee(AccessRequest request) {
        return seesAll() || requestApprovers.maySee(person, request);
    }

    /**
     * Which requests they are shown.
     *
     * @param index the approval contexts of all that match
     * @param decidable whether those they may decide are meant, or the others
     */
    Visibility visibility(ContextIndex index, Optional<Boolean> decidable) {
        ApproverVisibility approverVisibility = new ApproverVisibility(approvers, person);
        return new Visibility(
                seesAll() ? Optional.empty() : Optional.of(approverVisibility.seen(index)),
                decidable.map(wanted -> new Decidable(
                        person.user(), isApprover() ? approverVisibility.decidable(index) : ContextSet.NONE, wanted)));
    }

    /** The approval contexts of the grants they are shown; empty when they are shown all. */
    Optional<ContextSet> seen(ContextIndex index) {
        return seesAll() ? Optional.empty() : Optional.of(new ApproverVisibility(approvers, person).seen(index));
    }

    @Override
    public boolean mayDecide(AccessRequest request, boolean voter) {
        return voter && requestApprovers.isLeftTo(person, request);
    }

    @Override
    public boolean mayEnd(AccessGrant grant) {
        return isPolicyAdmin() || (isApprover() && approvers.mayRevoke(person, grant));
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessRequest request, Optional<ApproverSet> set) {
        return isApprover()
                ? RequestApprovers.neededLogins(person, request, set).map(check::of)
                : Optional.empty();
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessGrant grant) {
        return approvers.of(grant).map(ApproverSet::requiredLogins).map(check::of);
    }

    @Override
    public boolean maySee(AccessGrant grant) {
        return seesAll() || approvers.maySee(person, grant);
    }

    /** Whatever role they have: approvers and auditors ask for access as well. */
    @Override
    public boolean mayKnowVoters(AccessRequest request) {
        return !request.content().concerns(person.user());
    }

    public NeededLoginRepresentation loginFor(RequiredLogins needed) {
        return check.of(needed);
    }

    public Person person() {
        return person;
    }

    public Voter voter() {
        return new Voter(person, login, isImpersonated());
    }

    /** Whether somebody else acts in the session, of whatever kind it is. */
    private boolean isImpersonated() {
        return Impersonation.isIn(
                call.session(), call.realm(), call.auth().getToken().getSessionId());
    }

    private static Login login(AdminCall call) {
        AdminAuth auth = call.auth();
        return SessionLogin.behind(call.session(), call.realm(), auth.getClient(), auth.getToken())
                .of(auth.getUser())
                .login();
    }
}
