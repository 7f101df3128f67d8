/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a ticket looks like.
 *
 * @param pattern the whole ticket must match it; empty accepts any
 */
public record TicketRule(Optional<Pattern> pattern, boolean required) {

    public boolean accepts(Optional<String> ticket) {
        return ticket.map(
                        text -> pattern.isEmpty() || pattern.get().matcher(text).matches())
                .orElse(!required);
    }
}
