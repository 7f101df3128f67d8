/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.VerificationException.Reason;
import io.dataaccess.transparency.note.Keys;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogProofTest {

    private static final byte[] ENTRY = "entry".getBytes(UTF_8);
    private static final Hash SIBLING = Hash.leaf("sibling".getBytes(UTF_8));
    private static final String ORIGIN = "example.com/log";

    private final NoteSigner log = Keys.log(ORIGIN);
    private final NoteSigner witness = Keys.witness("witness.example");
    private final WitnessPolicy policy =
            WitnessPolicy.parse("log " + log.key() + "\nwitness W " + witness.key() + "\nquorum W\n");
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 2, Hash.node(Hash.leaf(ENTRY), SIBLING));
    private final SignedNote signed = SignedNote.sign(checkpoint.text(), log);
    private final SignedNote cosigned =
            signed.with(List.of(witness.cosign(checkpoint.text(), Instant.ofEpochSecond(1_790_000_000))));
    private final LogProof proof = new LogProof(0, List.of(SIBLING), cosigned);

    @Nested
    class Verified {

        @Test
        void holdsWhenEntryIndexAndSignaturesAreRight() {
            assertThat(LogProof.parse(proof.toString()).verify(ENTRY, policy)).isEqualTo(checkpoint);
        }

        @Test
        void isRefusedWhenTheEntryIsAnother() {
            refused(proof, "entrx".getBytes(UTF_8), policy, Reason.NOT_INCLUDED);
        }

        @Test
        void isRefusedWhenTheIndexIsAnother() {
            refused(new LogProof(1, List.of(SIBLING), cosigned), ENTRY, policy, Reason.NOT_INCLUDED);
        }

        @Test
        void isRefusedWhenNoWitnessCosigned() {
            refused(new LogProof(0, List.of(SIBLING), signed), ENTRY, policy, Reason.QUORUM_MISSING);
        }

        @Test
        void isRefusedWhenTheLogIsUnknown() {
            WitnessPolicy other = WitnessPolicy.parse(
                    "log " + Keys.log(ORIGIN).key() + "\nwitness W " + witness.key() + "\nquorum W\n");
            refused(proof, ENTRY, other, Reason.LOG_UNKNOWN);
        }

        /** A key that is trusted for one log says nothing of another. */
        @Test
        void isRefusedWhenTheLogSignedInAnothersName() {
            Checkpoint foreign = new Checkpoint("example.com/other", 2, checkpoint.root());
            SignedNote note = SignedNote.sign(foreign.text(), log)
                    .with(List.of(witness.cosign(foreign.text(), Instant.ofEpochSecond(1))));
            refused(new LogProof(0, List.of(SIBLING), note), ENTRY, policy, Reason.LOG_UNKNOWN);
        }

        @Test
        void isRefusedWhenACosignatureIsFalse() {
            Checkpoint other = new Checkpoint(ORIGIN, 2, SIBLING);
            SignedNote note = signed.with(List.of(witness.cosign(other.text(), Instant.ofEpochSecond(1))));
            refused(new LogProof(0, List.of(SIBLING), note), ENTRY, policy, Reason.SIGNATURE_INVALID);
        }

        /** Whatever character of a proof is changed, it no longer reads, or no longer verifies. */
        @Test
        void isRefusedWhenAnyCharacterIsAnother() {
            String text = proof.toString();
            Random random = new Random(7);
            for (int at = 0; at < text.length(); at++) {
                char other = (char) (' ' + random.nextInt(95));
                String changed = text.substring(0, at) + other + text.substring(at + 1);
                boolean same = text.charAt(at) == other;
                assertThat(verifies(changed)).as(changed).isEqualTo(same);
            }
            assertThat(verifies(text)).isTrue();
        }

        private boolean verifies(String text) {
            try {
                LogProof.parse(text).verify(ENTRY, policy);
                return true;
            } catch (MalformedException | VerificationException e) {
                return false;
            }
        }

        private void refused(LogProof refused, byte[] entry, WitnessPolicy trusted, Reason reason) {
            assertThatThrownBy(() -> refused.verify(entry, trusted))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
        }
    }

    @Nested
    class Text {

        @Test
        void isThatOfTheSpecification() {
            assertThat(proof.toString())
                    .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n" + SIBLING + "\n\n" + ORIGIN + "\n2\n");
        }

        @Test
        void mayHaveExtraDataAndNoHashes() {
            String alone = new LogProof(0, List.of(), signed).toString();
            assertThat(LogProof.parse(alone.replace("index", "extra YQ==\nindex")))
                    .hasToString(alone);
        }

        @Test
        void isRefusedWhenItIsSpeltOtherwise() {
            refused(text -> text.replace("@v1", "@v2"));
            refused(text -> text.replace("index 0", "index 00"));
            refused(text -> text.replace("index 0", "index -1"));
            refused(text -> text.replace("index 0\n", ""));
            refused(text -> text.replace("index 0", "extra \nindex 0"));
            refused(text -> text.replace("index 0", "extra YQ==\nextra YQ==\nindex 0"));
            refused(text -> text.replace("index 0", "index 0 "));
            refused(text -> text.replace(SIBLING + "\n\n", SIBLING + "\n"));
            refused(text -> text.replace(SIBLING + "\n\n", SIBLING + "\n\n\n"));
            refused(text -> text.replace("\n", "\r\n"));
            refused(text -> text.replace("\n2\n", "\n02\n"));
            refused(text -> text.replace(SIBLING + "\n", (SIBLING + "\n").repeat(64)));
            refused(text -> text + "\n");
            refused(text -> text.substring(0, text.length() - 1));
            refused(text -> "");
        }

        private void refused(UnaryOperator<String> change) {
            String changed = change.apply(proof.toString());
            assertThatThrownBy(() -> LogProof.parse(changed)).isInstanceOf(MalformedException.class);
        }
    }
}
