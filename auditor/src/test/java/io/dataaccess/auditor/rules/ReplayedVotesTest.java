/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import static io.dataaccess.auditor.rules.Replayed.found;
import static io.dataaccess.auditor.rules.Replayed.replay;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.testing.Story;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server that lies about votes gives away: each story differs from the true one in one datum. */
class ReplayedVotesTest {

    private static final long GRANT_AT = 5;

    private final Story story = new Story();

    @Test
    void areMissedWhenOneIsNotThere() {
        found(story.without(story.blake), Code.VOTES_MISSING, GRANT_AT - 1);
    }

    @Test
    void areMissedWhenTheRequesterVoted() {
        story.blake.put("actor", "lin");
        found(story.entries(), Code.VOTE_BY_CONCERNED, 2);
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenTheSubjectVoted() {
        story.filed.put("actor", "owner-of-the-service-account");
        story.blake.put("actor", "lin");
        found(story.entries(), Code.VOTE_BY_CONCERNED, 2);
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
        story.blake.put("actor", "blake");
        assertThat(replay(story.entries())).isEmpty();
    }

    @Test
    void areMissedWhenOnePersonVotedTwice() {
        story.blake.put("actor", "avery");
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    /** One person in two groups still counts once. */
    @Test
    void areMissedWhenOnePersonVotedForTwoGroups() {
        story.dana.put("actor", "avery");
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenOneIsOfAnotherGroup() {
        story.dana.put("group", "us-security");
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenOneCountedForNoGroup() {
        story.dana.remove("group");
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    /** Votes are counted anew each time: Avery is both, counted as US security at first, and as a data owner in the end. */
    @Test
    void areCountedAsTheDecisionSays() {
        story.dana.put("group", "us-security");
        story.countAs(Map.of("avery", "data-owners", "blake", "us-security", "dana", "us-security"));
        assertThat(replay(story.entries())).isEmpty();
    }

    @Test
    void areMissedWhenTheDecisionCountsWhoDidNotVote() {
        story.countAs(Map.of("avery", "us-security", "blake", "us-security", "erin", "data-owners"));
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenTheDecisionCountsTheRequester() {
        story.dana.put("actor", "lin");
        story.countAs(Map.of("avery", "us-security", "blake", "us-security", "lin", "data-owners"));
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenTheRequestAskedForNone() {
        story.filed.putArray("required");
        found(story.entries(), Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areMissedWhenTheRequirementCannotBeRead() {
        story.filed.remove("required");
        found(story.entries(), Code.ENTRY_MALFORMED, GRANT_AT);
        story.filed.putArray("required").addObject().put("group", "us-security").put("count", 0);
        found(story.entries(), Code.ENTRY_MALFORMED, GRANT_AT);
    }

    @Test
    void denyWhateverTheOthersSay() {
        List<ObjectNode> entries = story.entries();
        entries.add(
                3,
                Story.vote("10:25:00.000", Story.REQUEST, "erin", "us-security").put("decision", "DENY"));
        found(entries, Code.DENIED, GRANT_AT + 1);
    }

    @Test
    void comeTooLateWhenTheRequestHadExpired() {
        story.filed.put("expires", "2026-11-28T10:30:00.000Z");
        found(story.entries(), Code.EXPIRED, 3);
        story.filed.put("expires", "2026-11-28T10:30:00.001Z");
        assertThat(replay(story.entries())).isEmpty();
    }

    @Test
    void comeTooLateWhenTheRequestWasDecided() {
        List<ObjectNode> entries = story.entries();
        entries.add(story.avery.deepCopy());
        found(entries, Code.ENDED_BEFORE, 6);
    }

    @Test
    void comeTooEarlyWhenTheyAreBeforeTheRequest() {
        story.avery.put("time", "2026-11-28T09:59:59.999Z");
        found(story.entries(), Code.OUT_OF_ORDER, 1);
    }

    @Test
    void areFoundWhenTheyStandBeforeTheirRequest() {
        List<ObjectNode> entries = story.entries();
        Collections.swap(entries, 0, 1);
        found(entries, Code.REQUEST_MISSING, 0);
        found(entries, Code.VOTES_MISSING, GRANT_AT);
    }

    @Test
    void areFoundWhenTheSignInIsLater() {
        story.avery.put("authenticatedAt", "2026-11-28T10:10:00.001Z");
        found(story.entries(), Code.OUT_OF_ORDER, 1);
    }
}
