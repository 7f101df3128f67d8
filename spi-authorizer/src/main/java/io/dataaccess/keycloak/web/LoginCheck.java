/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.models.ClientModel;

/** Says of one caller's login whether it is good enough, and which login is; each rule is looked at once. */
public final class LoginCheck {

    private final StepUpChallenge answer;
    private final Login login;
    private final Instant now;
    private final Map<RequiredLogin, NeededLoginRepresentation> known = new HashMap<>();

    /**
     * For this login of this client.
     *
     * @param login the one behind the caller's token
     */
    public LoginCheck(ClientModel client, Login login, Instant now) {
        this.answer = new StepUpChallenge(Optional.of(new ReachableLevels(client)));
        this.login = login;
        this.now = now;
    }

    public NeededLoginRepresentation of(RequiredLogins rule) {
        return known.computeIfAbsent(rule.strictest(), needed -> of(rule, needed));
    }

    private NeededLoginRepresentation of(RequiredLogins rule, RequiredLogin needed) {
        OptionalInt level = rule.levels().level(needed.acr());
        return new NeededLoginRepresentation(
                needed.maxAge().toSeconds(),
                needed.acr().isBlank() ? null : answer.requested(needed).acr(),
                level.isPresent() ? level.getAsInt() : null,
                answer.reaches(needed) ? null : needed.acr(),
                rule.metUntil(login, now).map(Instant::toString).orElse(null));
    }
}
