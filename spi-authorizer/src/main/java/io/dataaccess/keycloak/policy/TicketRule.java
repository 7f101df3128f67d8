/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.condition.TextPattern;
import java.util.Optional;

/**
 * What a ticket looks like.
 *
 * @param pattern the whole ticket must match it; empty accepts any
 * @param hint tells people what to write, on one line; may be blank
 */
public record TicketRule(Optional<TextPattern> pattern, boolean required, String hint) {

    public boolean accepts(Optional<String> ticket) {
        return ticket.map(text -> pattern.isEmpty() || pattern.get().matches(text))
                .orElse(!required);
    }
}
