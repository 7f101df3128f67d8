/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import static io.dataaccess.auditor.rules.Replayed.found;
import static io.dataaccess.auditor.rules.Replayed.replay;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a server that lies in its log gives away: each story differs from the true one in one datum. */
class ReplayTest {

    private static final long GRANT_AT = 5;

    private final Story story = new Story();

    @Test
    void findsNothingWhenTheRightPeopleApproved() {
        assertThat(replay(story.entries())).isEmpty();
    }

    @Nested
    class Grants {

        @Test
        void areFoundWhenTheyLastLongerThanAsked() {
            story.grant.put("until", "2026-11-28T11:30:00.001Z");
            found(story.entries(), Code.TERM_TOO_LONG, GRANT_AT);
        }

        @Test
        void areFoundWhenTheyLastLongerThanAVoterShortenedThemTo() {
            story.blake.put("duration", "PT30M");
            found(story.entries(), Code.TERM_TOO_LONG, GRANT_AT);
            story.grant.put("until", "2026-11-28T11:00:00.000Z");
            assertThat(replay(story.entries())).isEmpty();
        }

        @Test
        void areFoundWhenTheyBeginAtAnotherTime() {
            story.grant.put("from", "2026-11-28T10:29:58.000Z").put("until", "2026-11-28T11:00:00.000Z");
            found(story.entries(), Code.TERM_DIFFERS, GRANT_AT);
        }

        @Test
        void areFoundWhenTheyEndBeforeTheyBegin() {
            story.grant.put("until", "2026-11-28T10:30:00.000Z");
            found(story.entries(), Code.TERM_DIFFERS, GRANT_AT);
        }

        @Test
        void areFoundWhenTheyAreForSomethingElse() {
            for (String field : List.of("subject", "client", "scope")) {
                Story changed = new Story();
                changed.grant.put(field, "another");
                found(changed.entries(), Code.NOT_AS_ASKED, GRANT_AT);
            }
            story.decided.put("grant", "another");
            found(story.entries(), Code.NOT_AS_ASKED, GRANT_AT);
        }

        @Test
        void areFoundWhenNobodyDecided() {
            found(story.without(story.decided), Code.DECISION_MISSING, GRANT_AT - 1);
        }

        @Test
        void areFoundWhenTheyWereNotWritten() {
            found(story.without(story.grant), Code.GRANT_MISSING, GRANT_AT - 1);
        }

        @Test
        void areFoundWhenTheRequestIsNotThere() {
            found(story.without(story.filed), Code.REQUEST_MISSING, GRANT_AT - 1);
        }

        @Test
        void areFoundWhenOneRequestGivesTwo() {
            List<ObjectNode> entries = story.entries();
            entries.add(story.grant.deepCopy().put("id", "grant-2"));
            found(entries, Code.ENDED_BEFORE, 6);
            entries.set(6, story.grant.deepCopy());
            found(entries, Code.RECORDED_TWICE, 6);
        }

        @Test
        void areFoundWhenTheirRequestWasWithdrawn() {
            List<ObjectNode> entries = story.entries();
            entries.add(
                    4,
                    Story.entry("request_cancelled", "10:30:00.000", Story.REQUEST)
                            .put("cause", "WITHDRAWN"));
            found(entries, Code.ENDED_BEFORE, 5);
        }

        @Test
        void endOnceWithinTheirTerm() {
            List<ObjectNode> entries = story.entries();
            entries.add(story.revoked());
            assertThat(replay(entries)).isEmpty();
            entries.add(story.revoked());
            found(entries, Code.RECORDED_TWICE, 7);
            entries.set(6, story.revoked().put("end", "2026-11-28T11:30:00.001Z"));
            found(entries, Code.TERM_DIFFERS, 6);
            found(List.of(story.revoked()), Code.GRANT_MISSING, 0);
        }
    }

    @Nested
    class Requests {

        @Test
        void areFoundWhenTheyWereFiledTwice() {
            List<ObjectNode> entries = story.entries();
            entries.add(story.filed.deepCopy());
            found(entries, Code.RECORDED_TWICE, 6);
        }

        @Test
        void expireAtTheirOwnTimeOnly() {
            ObjectNode expired = Story.entry("request_expired", "12:00:00.000", Story.REQUEST);
            found(List.of(story.filed, expired), Code.EXPIRED, 1);
            expired.put("time", "2026-11-29T10:00:00.000Z");
            assertThat(replay(List.of(story.filed, expired))).isEmpty();
        }

        @Test
        void areDeniedOnlyBySomebody() {
            story.decided.put("status", "DENIED").remove("grant");
            found(List.of(story.filed, story.avery, story.decided), Code.VOTES_MISSING, 2);
            story.avery.put("decision", "DENY");
            assertThat(replay(List.of(story.filed, story.avery, story.decided))).isEmpty();
        }

        @Test
        void areOfOneRealm() {
            story.blake.put("realm", "realm-2");
            found(story.entries(), Code.ANOTHER_REALM, 2);
        }

        @Test
        void areFoundWhenAFieldCannotBeRead() {
            story.avery.put("decision", "MAYBE");
            found(story.entries(), Code.ENTRY_MALFORMED, 1);
            story.avery.put("decision", "APPROVE").remove("actor");
            found(story.entries(), Code.ENTRY_MALFORMED, 1);
            story.filed.put("duration", "one hour");
            found(story.entries(), Code.ENTRY_MALFORMED, GRANT_AT);
        }
    }
}
