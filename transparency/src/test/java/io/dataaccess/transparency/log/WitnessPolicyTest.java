/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.note.Keys;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WitnessPolicyTest {

    private static final String ORIGIN = "example.com/log";

    private final NoteSigner log = Keys.log(ORIGIN);
    private final Map<String, NoteSigner> witnesses = new HashMap<>();

    /** The example of the specification, with keys. */
    private final String example = "log " + log.key() + "\n\n"
            + witness("X1") + witness("X2") + witness("X3")
            + "group X-witnesses 2 X1 X2 X3\n\n"
            + witness("Y1") + witness("Y2") + witness("Y3")
            + "group Y-witnesses any Y1 Y2 Y3\n\n"
            + "group X-and-Y all X-witnesses Y-witnesses\n"
            + "quorum X-and-Y\n";

    @Nested
    class ExampleOfTheSpecification {

        private final WitnessPolicy policy = WitnessPolicy.parse(example);

        @Test
        void isMetByTwoOfXAndOneOfY() {
            assertThat(policy.satisfiedBy(signedBy("X1", "X3", "Y2"))).isTrue();
            assertThat(policy.satisfiedBy(signedBy("X1", "X2", "X3", "Y1", "Y2", "Y3")))
                    .isTrue();
        }

        @Test
        void isNotMetByFewer() {
            assertThat(policy.satisfiedBy(signedBy("X1", "Y2"))).isFalse();
            assertThat(policy.satisfiedBy(signedBy("X1", "Y1", "Y2", "Y3"))).isFalse();
            assertThat(policy.satisfiedBy(signedBy("X1", "X2", "X3"))).isFalse();
            assertThat(policy.satisfiedBy(signedBy())).isFalse();
        }

        @Test
        void isNotMetWhenTheLogDidNotSign() {
            SignedNote note = signedBy("X1", "X3", "Y2");
            SignedNote unsigned = new SignedNote(
                    note.text(), note.signatures().subList(1, note.signatures().size()));
            assertThat(policy.satisfiedBy(unsigned)).isFalse();
            assertThat(policy.hasQuorum(unsigned)).isTrue();
        }

        @Test
        void isNotMetByWitnessesOfTheSameNamesWithOtherKeys() {
            SignedNote note = signedBy("X1", "X3", "Y2");
            witnesses.replaceAll((name, key) -> Keys.witness("witness.example/" + name));
            assertThat(policy.satisfiedBy(signedBy("X1", "X3", "Y2"))).isFalse();
            assertThat(policy.satisfiedBy(note)).isTrue();
        }
    }

    @Nested
    class Quorums {

        @Test
        void needNobodyOnlyWhenTheySayNone() {
            assertThat(WitnessPolicy.parse("log " + log.key() + "\nquorum none\n")
                            .satisfiedBy(signedBy()))
                    .isTrue();
            refused("log " + log.key() + "\n", "quorum line");
        }

        @Test
        void mayBeOneWitness() {
            String policy = "log " + log.key() + "\n" + witness("W") + "quorum W\n";
            assertThat(WitnessPolicy.parse(policy).satisfiedBy(signedBy("W"))).isTrue();
            assertThat(WitnessPolicy.parse(policy).satisfiedBy(signedBy())).isFalse();
        }

        @Test
        void areAllThatIsAskedWhereTheLogIsKnown() {
            WitnessPolicy policy = WitnessPolicy.parse(witness("W") + "quorum W\n");
            assertThat(policy.hasQuorum(signedBy("W"))).isTrue();
            assertThat(policy.satisfiedBy(signedBy("W"))).isFalse();
            assertThat(policy.logs()).isEmpty();
        }
    }

    @Nested
    class Form {

        @Test
        void mayHaveBlanksTabsCommentsAndAddresses() {
            WitnessPolicy policy =
                    WitnessPolicy.parse(" # who we trust\n\t\nlog\t" + log.key() + "  https://log.example/ \n"
                            + " witness  W\t" + key("W") + " https://w.example/\n\tquorum W\t\n#end\n");
            assertThat(policy.logs()).hasSize(1);
            assertThat(policy.logs().get(0).url()).contains("https://log.example/");
            assertThat(policy.witnesses().get(0).url()).contains("https://w.example/");
            assertThat(policy.witnesses().get(0).name()).isEqualTo("W");
            assertThat(policy.satisfiedBy(signedBy("W"))).isTrue();
        }

        /** Names are octets: what looks alike, or is no UTF-8, is a name of its own. */
        @Test
        void mayHaveNamesOfAnyOctets() {
            byte[] octets = (witness("K") + "witness \u00e9 " + key("E") + "\nquorum \u00e9\n").getBytes(ISO_8859_1);
            assertThat(WitnessPolicy.parse(octets).hasQuorum(signedBy("E"))).isTrue();
            refused(witness("K") + "quorum \u212a\n", "Line 2");
            byte[] mixed = concat(
                    ("witness \u00e9 " + key("E") + "\n").getBytes(ISO_8859_1), "quorum \u00e9\n".getBytes(UTF_8));
            assertThatThrownBy(() -> WitnessPolicy.parse(mixed)).isInstanceOf(MalformedException.class);
        }

        @Test
        void mayBeAsLargeAsTheSpecificationAsks() {
            StringBuilder policy = new StringBuilder();
            for (int i = 0; i < 32; i++) {
                policy.append("log ").append(Keys.log(ORIGIN).key()).append('\n');
                policy.append(witness("W" + i));
                policy.append("group G").append(i).append(" all W").append(i).append('\n');
            }
            assertThat(WitnessPolicy.parse(policy + "quorum G31\n").hasQuorum(signedBy("W31")))
                    .isTrue();
        }

        @Test
        void isRefusedWithTheNumberOfTheLine() {
            String w = witness("W");
            refused("quorum W\n", "Line 1");
            refused("#\nquorum none\nquorum none\n", "Line 3");
            refused(w + "witness V " + key("W") + "\nquorum W\n", "Line 2");
            refused(w + "witness W " + key("V") + "\nquorum W\n", "Line 2");
            refused("log " + log.key() + "\nlog " + log.key() + "\nquorum none\n", "Line 2");
            refused("log " + key("W") + "\nquorum none\n", "Line 1");
            refused("witness W " + log.key() + "\nquorum W\n", "Line 1");
            refused("witness none " + key("N") + "\nquorum none\n", "Line 1");
            refused(w + "group none any W\nquorum none\n", "Line 2");
            refused(w + "group G any none\nquorum G\n", "Line 2");
            refused(w + "group G any\nquorum G\n", "Line 2");
            refused(w + "group G 0 W\nquorum G\n", "Line 2");
            refused(w + "group G 2 W\nquorum G\n", "Line 2");
            refused(w + "group G 01 W\nquorum G\n", "Line 2");
            refused(w + "group G most W\nquorum G\n", "Line 2");
            refused(w + "group G any W W\nquorum G\n", "Line 2");
            refused(w + "group G any W\ngroup H any W\nquorum H\n", "Line 3");
            refused("group G any W\n" + w + "quorum G\n", "Line 1");
            refused("group G any G\nquorum G\n", "Line 1");
            refused("log x\nquorum none\n", "Line 1");
            refused("log " + log.key() + " https://a b\nquorum none\n", "Line 1");
            refused("Quorum none\n", "Line 1");
            refused("quorum none\r\n", "Line 1");
            refused("quorum none\u007f\n", "Line 1");
            refused("quorum none", "newline");
            refused("", "newline");
        }

        private byte[] concat(byte[] one, byte[] two) {
            byte[] both = Arrays.copyOf(one, one.length + two.length);
            System.arraycopy(two, 0, both, one.length, two.length);
            return both;
        }
    }

    private static void refused(String policy, String message) {
        assertThatThrownBy(() -> WitnessPolicy.parse(policy))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(message);
    }

    private String key(String name) {
        return witnesses
                .computeIfAbsent(name, any -> Keys.witness("witness.example/" + name))
                .key()
                .toString();
    }

    private String witness(String name) {
        return "witness " + name + " " + key(name) + "\n";
    }

    private SignedNote signedBy(String... names) {
        String text = new Checkpoint(ORIGIN, 1, Hash.leaf(new byte[0])).text();
        return SignedNote.sign(text, log)
                .with(Arrays.stream(names)
                        .map(name -> signer(name).cosign(text, Instant.ofEpochSecond(1_790_000_000)))
                        .toList());
    }

    private NoteSigner signer(String name) {
        return List.of(witnesses.getOrDefault(name, log)).get(0);
    }
}
