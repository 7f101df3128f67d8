/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The logins that several policies ask for, each of which must be met. */
public record LoginRule(List<FreshLogin> all, AcrLevels levels) {

    public LoginRule {
        all = List.copyOf(all);
    }

    public boolean isMetBy(Login login, Instant at) {
        return all.stream().allMatch(rule -> rule.isMetBy(login, at, levels));
    }

    /** The strictest of all, for the answer to a login that is too weak (RFC 9470). */
    public FreshLogin strictest() {
        Duration maxAge = all.stream()
                .map(FreshLogin::maxAge)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String acr = all.stream()
                .map(FreshLogin::acr)
                .filter(value -> !value.isBlank())
                .max(Comparator.comparingInt(value -> levels.level(value).orElse(Integer.MAX_VALUE)))
                .orElse("");
        return new FreshLogin(maxAge, acr);
    }
}
