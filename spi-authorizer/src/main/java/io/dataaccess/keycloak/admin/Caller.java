/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.Cases;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.classification.Docket;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Bench;
import io.dataaccess.keycloak.request.NeededLogins;
import io.dataaccess.keycloak.request.Sight;
import io.dataaccess.keycloak.request.Sight.Turn;
import io.dataaccess.keycloak.request.Sights;
import io.dataaccess.keycloak.request.Voter;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.BadCallException;
import io.dataaccess.keycloak.web.LoginCheck;
import io.dataaccess.keycloak.web.NeededLoginRepresentation;
import io.dataaccess.keycloak.web.Portrait;
import io.dataaccess.keycloak.web.TokenBinding;
import java.util.Optional;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Who calls, and what they may do here. */
final class Caller implements Portrait.Viewer {

    private static final String APPROVER = "data-access-approver";
    private static final String AUDITOR = "data-access-auditor";
    private static final String POLICY_ADMIN = "data-access-policy-admin";

    private final Call call;
    private final UserModel user;
    private final Person person;
    private final Bench bench;
    private final SessionLogin session;
    private final NeededLogins logins;
    private final LoginCheck check;

    private Caller(Call call) {
        this.call = call;
        this.session = SessionLogin.behind(call);
        this.check = new LoginCheck(
                call.auth().getClient(), session.login(), call.access().clock().instant());
        this.logins = new NeededLogins(call.access().bench(), call.access().clock());
        this.user = call.auth().getUser();
        this.person = DataAccess.person(user);
        this.bench = call.access().bench();
    }

    /**
     * The caller, with a token of this realm that was made for administration.
     *
     * @throws BadCallException with any other token
     */
    static Caller of(Call call) {
        AdminAuth auth = call.auth();
        if (!auth.getRealm().getId().equals(call.realm().getId())) {
            throw BadCallException.forbidden("wrong_realm", "Log in to this realm: callers from others are not taken");
        }
        requireToken(call);
        return new Caller(call);
    }

    /**
     * Requires that the caller may read how the realm is set up: with one of the three roles, or as somebody who sees its
     * settings in Keycloak anyway, the server's administrators among them.
     *
     * @throws BadCallException when not
     */
    static void requireReader(Call call) {
        requireToken(call);
        if (!call.permissions().realm().canViewRealm()) {
            Caller.of(call).requireAnyRole();
        }
    }

    /** A token of the realm that it is from, made for administration. */
    private static void requireToken(Call call) {
        AdminAuth auth = call.auth();
        if (!AdminClients.of(call.realm()).contains(auth.getClient().getClientId())) {
            throw BadCallException.forbidden(
                    "wrong_client", "This token was issued to an application that does not administer data access");
        }
        if (auth.getClient().getRegistrationToken() != null) {
            throw BadCallException.forbidden(
                    "wrong_client",
                    "Whoever registered this application can change it: it does not administer data access. Ask an"
                            + " administrator to make the client without dynamic registration");
        }
        TokenBinding.of(call.session(), auth.getRealm()).require(auth.getToken(), auth.getUser(), auth.getClient());
    }

    void requireAnyRole() {
        if (!isApprover() && !seesAll()) {
            throw BadCallException.missingRole("forbidden", APPROVER, AUDITOR, POLICY_ADMIN);
        }
    }

    void requireOverview() {
        if (!seesAll()) {
            throw BadCallException.missingRole("forbidden", AUDITOR, POLICY_ADMIN);
        }
    }

    void requireApprover() {
        if (!isApprover()) {
            throw BadCallException.missingRole("not_an_approver", APPROVER);
        }
    }

    boolean isApprover() {
        return has(APPROVER);
    }

    boolean isAuditor() {
        return has(AUDITOR);
    }

    boolean isPolicyAdmin() {
        return has(POLICY_ADMIN);
    }

    boolean seesAll() {
        return isAuditor() || isPolicyAdmin();
    }

    boolean maySee(AccessRequest request) {
        return seesAll() || bench.maySee(person, request);
    }

    /**
     * Which requests they are shown.
     *
     * @param docket the cases of all that match
     * @param decidable whether those they may decide are meant, or the others
     */
    Sight sight(Docket docket, Optional<Boolean> decidable) {
        Sights sights = new Sights(bench, person);
        return new Sight(
                seesAll() ? Optional.empty() : Optional.of(sights.seen(docket)),
                decidable.map(wanted ->
                        new Turn(person.user(), isApprover() ? sights.decidable(docket) : Cases.NONE, wanted)));
    }

    /** The cases of the grants they are shown; empty when they are shown all. */
    Optional<Cases> seen(Docket docket) {
        return seesAll() ? Optional.empty() : Optional.of(new Sights(bench, person).seen(docket));
    }

    @Override
    public boolean mayDecide(AccessRequest request) {
        return isApprover() && bench.mayDecide(person, request);
    }

    @Override
    public boolean mayEnd(AccessGrant grant) {
        return isPolicyAdmin() || (isApprover() && bench.mayRevoke(person, grant));
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessRequest request) {
        return isApprover() ? logins.toDecide(person, request).map(check::of) : Optional.empty();
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessGrant grant) {
        return logins.toRevoke(grant).map(check::of);
    }

    @Override
    public boolean maySee(AccessGrant grant) {
        return seesAll() || bench.maySee(person, grant);
    }

    /** Whatever role they have: approvers and auditors ask for access as well. */
    @Override
    public boolean mayKnowVoters(AccessRequest request) {
        return !request.ask().concerns(person.user());
    }

    Person person() {
        return person;
    }

    Voter voter() {
        return new Voter(person, session.login(), session.isImpersonated());
    }

    private boolean has(String name) {
        RoleModel role = call.realm().getRole(name);
        return role != null && user.hasRole(role);
    }
}
