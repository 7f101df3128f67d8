/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a vote may say. */
final class VoteRules {

    private static final int LONGEST_COMMENT = 2000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private VoteRules() {}

    static void check(AccessRequest request, UserRef approver, VoteInput input) {
        boolean denies = input.decision() == VoteDecision.DENY;
        if (!denies && request.voteOf(approver, VoteDecision.APPROVE).isPresent()) {
            throw new RejectedException(
                    Rejection.ALREADY_VOTED, "You have approved this request already; you may still deny it");
        }
        if (input.comment().length() > LONGEST_COMMENT
                || !TextRules.isProse(input.comment())
                || (denies && TextRules.visible(input.comment()) == 0)) {
            throw new RejectedException(
                    Rejection.INVALID_COMMENT,
                    "Comment in up to 2000 characters, without " + TextRules.HIDDEN + "; a denial needs a comment");
        }
        Duration asked = request.content().duration();
        if (input.duration().filter(duration -> !fits(duration, asked)).isPresent()) {
            throw new RejectedException(
                    Rejection.INVALID_DURATION,
                    "Shorten the duration to whole seconds from PT1M to " + asked,
                    Map.of("longest", asked.toString()));
        }
    }

    private static boolean fits(Duration duration, Duration asked) {
        return duration.compareTo(SHORTEST) >= 0
                && duration.compareTo(asked) <= 0
                && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
    }
}
