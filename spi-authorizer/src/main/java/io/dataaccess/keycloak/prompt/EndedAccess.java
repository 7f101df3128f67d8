/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The access to the same that somebody ended not long ago: whoever asks again should know, and why. */
final class EndedAccess {

    private static final Duration TOLD = Duration.ofDays(7);

    private final LoginContext login;

    EndedAccess(LoginContext login) {
        this.login = login;
    }

    /** Empty when the latest access ran to its end, ended long ago, or never was. */
    Optional<Map<String, Object>> of(ScopeDecision scope, PageModel page) {
        return latest(scope)
                .flatMap(grant -> grant.term().ending())
                .filter(this::isRecent)
                .flatMap(ending -> ending.by().map(by -> shown(ending, by.isSameAs(login.userRef()), page)));
    }

    private Optional<AccessGrant> latest(ScopeDecision scope) {
        AccessFilter target = new AccessFilter(
                Optional.of(login.user().getId()),
                Optional.of(login.client().getId()),
                Optional.of(scope.scope().ref().id()));
        Instant now = login.dataAccess().clock().instant();
        return login
                .dataAccess()
                .grants()
                .page(GrantFilter.of(RecordFilter.of(target), now), Optional.empty(), new PageRange(0, 1))
                .stream()
                .findFirst();
    }

    private boolean isRecent(Ending ending) {
        return ending.at().plus(TOLD).isAfter(login.dataAccess().clock().instant());
    }

    private static Map<String, Object> shown(Ending ending, boolean isHandedBack, PageModel page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("at", ending.at().toString());
        shown.put("atText", page.text(ending.at()));
        if (!isHandedBack) {
            shown.put("reason", VisibleText.prose(ending.reason()));
        }
        return shown;
    }
}
