/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.catalog.ReachableLevels;
import io.dataaccess.keycloak.policy.FreshLogin;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.LoginRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.models.ClientModel;

/** Says of one caller's login whether it is good enough, and which login is; each rule is looked at once. */
public final class LoginCheck {

    private final StepUpAnswer answer;
    private final Login login;
    private final Instant now;
    private final Map<FreshLogin, NeededLoginRepresentation> known = new HashMap<>();

    /**
     * For this login of this client.
     *
     * @param login the one behind the caller's token
     */
    public LoginCheck(ClientModel client, Login login, Instant now) {
        this.answer = new StepUpAnswer(Optional.of(new ReachableLevels(client)));
        this.login = login;
        this.now = now;
    }

    public NeededLoginRepresentation of(LoginRule rule) {
        return known.computeIfAbsent(rule.strictest(), needed -> of(rule, needed));
    }

    private NeededLoginRepresentation of(LoginRule rule, FreshLogin needed) {
        OptionalInt level = rule.levels().level(needed.acr());
        return new NeededLoginRepresentation(
                needed.maxAge().toSeconds(),
                needed.acr().isBlank() ? null : answer.requested(needed).acr(),
                level.isPresent() ? level.getAsInt() : null,
                answer.reaches(needed) ? null : needed.acr(),
                rule.metUntil(login, now).map(Instant::toString).orElse(null));
    }
}
