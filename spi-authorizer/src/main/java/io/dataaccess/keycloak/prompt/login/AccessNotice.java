/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.login.LoginStart;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;

/** What a person is told once for each access grant and session, where a policy wants it: what is about to be opened. */
public final class AccessNotice {

    private final RequiredActionContext context;

    public AccessNotice(RequiredActionContext context) {
        this.context = context;
    }

    /** What has not been told yet. A device's page tells it anyway. */
    public List<ScopeDecision> missing(Decision decision) {
        if (new DeviceLogin(context).code().isPresent()) {
            return List.of();
        }
        List<ScopeDecision> wanted = decision.scopes().stream()
                .filter(scope -> scope.grant().isPresent())
                .filter(scope -> scope.known()
                        .policies()
                        .filter(ApplicablePolicies::giveNotice)
                        .isPresent())
                .toList();
        Set<String> told = wanted.isEmpty() ? Set.of() : told();
        return wanted.stream()
                .filter(scope -> !told.containsAll(grants(List.of(scope))))
                .toList();
    }

    /** The ids of the access grants behind these scopes. */
    public static List<String> grants(Collection<ScopeDecision> scopes) {
        return scopes.stream()
                .flatMap(scope -> scope.grant().stream())
                .map(AccessGrant::id)
                .toList();
    }

    /** Notes that the person has read of these. */
    public void tell(Collection<String> grantIds) {
        LoginNotes.noticed(context.getAuthenticationSession())
                .add(Stream.concat(told().stream(), grantIds.stream()).toList());
    }

    private Set<String> told() {
        Stream<String> earlier = new LoginStart(context)
                .userSession().stream().map(LoginNotes::noticed).flatMap(notes -> notes.words().stream());
        return Stream.concat(earlier, LoginNotes.noticed(context.getAuthenticationSession()).words().stream())
                .collect(Collectors.toSet());
    }
}
