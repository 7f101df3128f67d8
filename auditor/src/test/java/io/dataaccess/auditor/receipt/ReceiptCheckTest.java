/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Finding;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.testing.Story;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.auditor.testing.TestReceipt;
import io.dataaccess.transparency.entry.Opening;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A true receipt holds; each forgery is found, with the index. */
class ReceiptCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int GRANT_AT = 5;

    private final Story story = new Story();
    private final TestLog log = new TestLog();

    @Test
    void holdsWhenItIsTrue() {
        Report report = check(receipt(story.entries()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts())
                .containsEntry("log", TestLog.ORIGIN)
                .containsEntry("openings", 4)
                .containsEntry("until", "2026-11-28T11:30:00Z");
    }

    @Test
    void holdsWhenTheGrantWasRevokedAndSaysSo() {
        List<ObjectNode> entries = story.entries();
        entries.add(story.revoked());
        TestReceipt receipt = receipt(entries);
        receipt.grant().put("endedAt", "2026-11-28T10:40:00Z");
        Report report = check(receipt);
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts()).containsEntry("until", "2026-11-28T10:40:00Z");
    }

    @Test
    void holdsWhenOpeningsAreMissing() {
        TestReceipt receipt = receipt(story.entries());
        receipt.entry(0).remove("openings");
        assertThat(check(receipt).holds()).isTrue();
    }

    /** What is called otherwise by now: the log says it of nobody. */
    @Test
    void holdsWhenOnlyWhatTheLogDoesNotSayIsAnother() {
        TestReceipt receipt = receipt(story.entries());
        receipt.grant().put("clientName", "Another name");
        ((ObjectNode) receipt.grant().path("categories").path(0)).put("label", "Another label");
        assertThat(check(receipt).findings()).isEmpty();
    }

    @Test
    void countsWhatIsNotUnderstood() {
        story.avery.put("mood", "good");
        List<ObjectNode> entries = story.entries();
        entries.add(Story.entry("grant_extended", "10:35:00.000", Story.GRANT));
        Report report = check(receipt(entries));
        assertThat(report.holds()).isTrue();
        assertThat(report.facts().get("notUnderstood")).hasToString("{grant_extended=1, vote.mood=1}");
    }

    @Nested
    class ForgedByWhoeverHoldsIt {

        @Test
        void isFoundWhenAnEntryIsChanged() {
            TestReceipt receipt = receipt(story.entries());
            receipt.entry(1)
                    .put("entry", receipt.entry(1).path("entry").textValue().replace("avery", "averx"));
            found(receipt, Code.NOT_INCLUDED, 1);
        }

        @Test
        void isFoundWhenAVoteIsLeftOut() {
            TestReceipt receipt = receipt(story.entries());
            receipt.entries().remove(2);
            found(receipt, Code.VOTES_MISSING, GRANT_AT);
        }

        @Test
        void isFoundWhenAVoteIsThereTwiceInsteadOfAnother() {
            TestReceipt receipt = receipt(story.entries());
            receipt.entries().set(2, receipt.entry(1).deepCopy());
            found(receipt, Code.RECORDED_TWICE, 1);
            found(receipt, Code.VOTES_MISSING, GRANT_AT);
        }

        @Test
        void isFoundWhenAnEntryIsInvented() {
            TestReceipt receipt = receipt(story.without(story.blake));
            receipt.entries().add(receipt.entry(1).deepCopy().put("entry", story.blake.toString()));
            found(receipt, Code.NOT_INCLUDED, 1);
            found(receipt, Code.VOTES_MISSING, GRANT_AT - 1);
        }

        @Test
        void isFoundWhenProofsAreSwapped() {
            TestReceipt receipt = receipt(story.entries());
            String first = receipt.entry(1).path("proof").textValue();
            receipt.entry(1).put("proof", receipt.entry(2).path("proof").textValue());
            receipt.entry(2).put("proof", first);
            found(receipt, Code.NOT_INCLUDED, 2);
        }

        @Test
        void isFoundWhenAnOpeningIsAnother() {
            TestReceipt receipt = receipt(story.entries());
            TestReceipt.put(
                    receipt.entry(0).putObject("openings").putObject("justification"),
                    Opening.of(story.justification.salt(), "Curiosity"));
            found(receipt, Code.OPENING_DIFFERS, 0);
        }

        @Test
        void isFoundWhenAnOpeningHasNoCommitment() {
            TestReceipt receipt = receipt(story.entries());
            TestReceipt.put(receipt.entry(1).putObject("openings").putObject("comment"), story.justification);
            found(receipt, Code.OPENING_DIFFERS, 1);
        }

        @Test
        void isFoundWhenAnotherGrantIsNamed() {
            TestReceipt receipt = receipt(story.entries());
            receipt.grant().put("id", "grant-2");
            assertThat(check(receipt).findings()).extracting(Finding::code).contains(Code.GRANT_MISSING);
        }

        @Test
        void isFoundWhenTheGrantIsSaidToLastLonger() {
            TestReceipt receipt = receipt(story.entries());
            receipt.grant().put("approvedUntil", "2026-11-28T12:30:00Z");
            found(receipt, Code.GRANT_DIFFERS, GRANT_AT);
        }

        @Test
        void isFoundWhenTheGrantIsSaidToBeForSomethingElse() {
            for (String field : List.of("purpose", "clientId", "scope")) {
                TestReceipt receipt = receipt(story.entries());
                receipt.grant().put(field, "another");
                found(receipt, Code.GRANT_DIFFERS, GRANT_AT);
                log.entries.clear();
            }
        }

        @Test
        void isFoundWhenTheGrantIsSaidToBeOfOtherData() {
            for (String field : List.of("key", "sensitivity", "jurisdiction")) {
                TestReceipt receipt = receipt(story.entries());
                ((ObjectNode) receipt.grant().path("categories").path(0)).put(field, "PUBLIC");
                found(receipt, Code.GRANT_DIFFERS, GRANT_AT);
                log.entries.clear();
            }
        }

        @Test
        void isFoundWhenTheGrantIsSaidToBeSomebodyElses() {
            for (String field : List.of("username", "name")) {
                TestReceipt receipt = receipt(story.entries());
                ((ObjectNode) receipt.grant().path("subject")).put(field, "maria");
                found(receipt, Code.GRANT_DIFFERS, GRANT_AT);
                log.entries.clear();
            }
        }

        @Test
        void isFoundWhenTheEndIsLeftOut() {
            TestReceipt receipt = receipt(story.entries());
            receipt.grant().put("endedAt", "2026-11-28T10:40:00Z");
            found(receipt, Code.GRANT_DIFFERS, GRANT_AT);
        }

        @Test
        void isFoundWhenEntriesOfAnotherRequestFillIt() {
            List<ObjectNode> entries = story.entries();
            entries.addAll(new Story("request-2", "grant-2").entries());
            found(receipt(entries), Code.FOREIGN_ENTRY, 6);
        }

        @Test
        void isFoundWhenItIsCutOrNoReceipt() {
            byte[] bytes = receipt(story.entries()).bytes();
            malformed(new String(bytes, 0, bytes.length / 2, UTF_8));
            malformed("");
            malformed("{}");
            malformed("{\"entries\":[],\"entries\":[]}");
            malformed("{\"grant\":{},\"entries\":[]}");
            malformed("{\"grant\":\"grant-1\",\"entries\":[{}]}");
        }

        @Test
        void isFoundWhenAProofCannotBeRead() {
            TestReceipt receipt = receipt(story.entries());
            receipt.entry(0).put("proof", "");
            assertThat(check(receipt).findings()).extracting(Finding::code).contains(Code.PROOF_MALFORMED);
        }

        @Test
        void isFoundWhenItIsEmpty() {
            Report report = check("{\"grant\":\"grant-1\",\"entries\":[]}".getBytes(UTF_8));
            assertThat(report.findings()).extracting(Finding::code).containsExactly(Code.GRANT_MISSING);
        }

        private void malformed(String json) {
            assertThat(check(json.getBytes(UTF_8)).findings())
                    .extracting(Finding::code)
                    .containsExactly(Code.RECEIPT_MALFORMED);
        }
    }

    @Nested
    class ForgedCheckpoints {

        @Test
        void areFoundWhenAnotherKeySigned() {
            TestLog other = new TestLog();
            other.add(story.entries()).publish(NOW);
            log.publish(NOW);
            found(new TestReceipt(other, story), Code.LOG_UNKNOWN, 0);
        }

        @Test
        void areFoundWhenNoWitnessSawThem() {
            TestReceipt receipt = receipt(story.entries());
            LogProof proof = log.proof(0);
            SignedNote alone = SignedNote.sign(proof.note().text(), log.signer);
            receipt.entry(0).put("proof", new LogProof(0, proof.inclusion(), alone).toString());
            found(receipt, Code.QUORUM_MISSING, 0);
        }

        @Test
        void areFoundWhenAnotherWitnessTakesTheName() {
            TestReceipt receipt = receipt(story.entries());
            LogProof proof = log.proof(0);
            SignedNote note = SignedNote.sign(proof.note().text(), log.signer)
                    .with(List.of(TestLog.signer("witness.example.com", SignatureType.COSIGNATURE_V1)
                            .cosign(proof.note().text(), NOW)));
            receipt.entry(0).put("proof", new LogProof(0, proof.inclusion(), note).toString());
            found(receipt, Code.QUORUM_MISSING, 0);
        }

        @Test
        void areFoundWhenTwoOfOneSizeDiffer() {
            TestReceipt receipt = receipt(story.entries());
            story.dana.put("acr", "1");
            log.entries.clear();
            TestReceipt other = receipt(story.entries());
            receipt.entries().set(0, other.entry(0));
            found(receipt, Code.FORKED, 1);
        }
    }

    private TestReceipt receipt(List<ObjectNode> entries) {
        log.add(entries).publish(NOW);
        return new TestReceipt(log, story);
    }

    private Report check(TestReceipt receipt) {
        return check(receipt.bytes());
    }

    private Report check(byte[] receipt) {
        return new ReceiptCheck(WitnessPolicy.parse(log.policy())).check(receipt);
    }

    private void found(TestReceipt receipt, Code code, long index) {
        assertThat(check(receipt).findings())
                .as(code + " at " + index)
                .anyMatch(finding -> finding.code() == code && finding.index().equals(OptionalLong.of(index)));
    }
}
