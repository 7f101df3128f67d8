/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples are those of C2SP signed-note and tlog-cosignature. */
class SignedNoteTest {

    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private final VerifierKey key = VerifierKey.parse(VKEY);
    private final NoteSigner signer = Keys.log("example.com/log");
    private final NoteSigner witness = Keys.witness("witness.example/w1");

    @Nested
    class ExamplesOfTheSpecification {

        @Test
        void verifyUnderTheirKey() {
            assertThat(SignedNote.parse(NOTE).verify(List.of(key))).containsOnlyKeys(key);
        }

        @Test
        void areWrittenAsTheyWereRead() {
            assertThat(SignedNote.parse(NOTE)).hasToString(NOTE);
            assertThat(SignedNote.parse(COSIGNED.getBytes(UTF_8))).hasToString(COSIGNED);
            assertThat(key).hasToString(VKEY);
            assertThat(VerifierKey.of("example.com/foo", SignatureType.ED25519, key.publicKey()))
                    .isEqualTo(key);
        }

        @Test
        void tellTheTimeOfACosignature() {
            assertThat(SignedNote.parse(COSIGNED).signatures().get(1).cosignedAt())
                    .isEqualTo(Instant.ofEpochSecond(1_679_315_147));
        }

        @Test
        void mayHaveEmptyLinesInTheirText() {
            String poem = "Ognuno sta solo sul cuor della terra\n\ned \u00e8 subito sera.\n";
            assertThat(SignedNote.parse(SignedNote.sign(poem, signer).toString())
                            .text())
                    .isEqualTo(poem);
        }
    }

    @Nested
    class Signatures {

        private final SignedNote note = SignedNote.sign("a text\n", signer);

        @Test
        void verifyWhenTheyAreByTheKey() {
            assertThat(note.verify(List.of(signer.key()))).containsOnlyKeys(signer.key());
        }

        @Test
        void countForNothingWhenTheKeyIsUnknown() {
            assertThat(note.verify(List.of(key, Keys.log("example.com/log").key())))
                    .isEmpty();
            assertThat(note.verify(List.of())).isEmpty();
        }

        @Test
        void areRefusedWhenTheTextIsAnother() {
            SignedNote other = new SignedNote("another text\n", note.signatures());
            assertThatThrownBy(() -> other.verify(List.of(signer.key()))).isInstanceOf(InvalidSignatureException.class);
        }

        @Test
        void areRefusedWhenAnyBitOfThemIsFlipped() {
            Random random = new Random(1);
            byte[] bytes = note.signatures().get(0).bytes();
            for (int round = 0; round < 64 * Byte.SIZE; round++) {
                byte[] flipped = bytes.clone();
                flipped[round / Byte.SIZE] ^= (byte) (1 << (round % Byte.SIZE));
                SignedNote other = with(flipped);
                assertThatThrownBy(() -> other.verify(List.of(signer.key())))
                        .isInstanceOf(InvalidSignatureException.class);
            }
            byte[] longer = new byte[bytes.length + 1 + random.nextInt(3)];
            System.arraycopy(bytes, 0, longer, 0, bytes.length);
            assertThatThrownBy(() -> with(longer).verify(List.of(signer.key())))
                    .isInstanceOf(InvalidSignatureException.class);
        }

        /** A good signature does not help a note that also has a bad one in the same name. */
        @Test
        void areRefusedWhenOneOfTwoOfAKeyIsFalse() {
            SignedNote both = note.with(with(new byte[64]).signatures());
            assertThatThrownBy(() -> both.verify(List.of(signer.key()))).isInstanceOf(InvalidSignatureException.class);
        }

        @Test
        void areNotTwiceInANote() {
            NoteSignature more = Keys.log("b").sign(note.text());
            assertThat(note.with(List.of(more)).with(List.of(more)).signatures())
                    .hasSize(2);
        }

        @Test
        void areRefusedWhenTheyAreTooMany() {
            NoteSignature one = note.signatures().get(0);
            assertThat(new SignedNote("a\n", Collections.nCopies(100, one)).signatures())
                    .hasSize(100);
            assertThatThrownBy(() -> new SignedNote("a\n", Collections.nCopies(101, one)))
                    .isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> SignedNote.parse("a\n\n" + (one.line() + "\n").repeat(101)))
                    .isInstanceOf(MalformedException.class);
        }

        @Test
        void areNotMadeWhenTheKeysAreNoPair() {
            NoteSigner mixed = new NoteSigner(signer.key(), Keys.pair().getPrivate());
            assertThatThrownBy(() -> mixed.sign("a\n")).isInstanceOf(IllegalArgumentException.class);
        }

        private SignedNote with(byte[] bytes) {
            return new SignedNote(
                    note.text(),
                    List.of(new NoteSignature(signer.key().name(), signer.key().keyId(), bytes)));
        }
    }

    @Nested
    class Cosignatures {

        private static final String TEXT = "example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        private final Instant now = Instant.parse("2026-11-28T12:00:00Z");

        @Test
        void verifyAndTellTheirTime() {
            SignedNote note = SignedNote.sign(TEXT, signer).with(List.of(witness.cosign(TEXT, now)));
            assertThat(note.verify(List.of(witness.key())))
                    .hasEntrySatisfying(
                            witness.key(), made -> assertThat(made.cosignedAt()).isEqualTo(now));
        }

        @Test
        void areRefusedWhenTheTimeIsAnother() {
            byte[] bytes = witness.cosign(TEXT, now).bytes();
            bytes[7] ^= 1;
            SignedNote note = new SignedNote(
                    TEXT,
                    List.of(new NoteSignature(
                            witness.key().name(), witness.key().keyId(), bytes)));
            assertThatThrownBy(() -> note.verify(List.of(witness.key()))).isInstanceOf(InvalidSignatureException.class);
        }

        @Test
        void areRefusedWhenTheyHaveNoTime() {
            NoteSignature none = witness.cosign(TEXT, Instant.EPOCH.plusSeconds(1));
            assertThat(none.cosignedAt()).isEqualTo(Instant.ofEpochSecond(1));
            assertThatThrownBy(() -> witness.cosign(TEXT, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        }

        /** One pair of keys, one text: what a log signed is no cosignature, and has another key id. */
        @Test
        void areNotSignaturesOfALog() {
            KeyPair pair = Keys.pair();
            VerifierKey asLog = VerifierKey.of("x", SignatureType.ED25519, pair.getPublic());
            VerifierKey asWitness = VerifierKey.of("x", SignatureType.COSIGNATURE_V1, pair.getPublic());
            assertThat(asLog.keyId()).isNotEqualTo(asWitness.keyId());
            assertThat(asLog.hasSameKey(asWitness)).isTrue();
            SignedNote note = SignedNote.sign(TEXT, new NoteSigner(asLog, pair.getPrivate()));
            assertThat(note.verify(List.of(asWitness))).isEmpty();
            assertThatThrownBy(() -> new NoteSigner(asWitness, pair.getPrivate()).sign(TEXT))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> new NoteSigner(asLog, pair.getPrivate()).cosign(TEXT, now))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Form {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "text\n",
                    "text\n\n",
                    "text\n\nfoo\n",
                    "text\n\n- example.com/foo Uw2QOkn8srU=\n",
                    "text\n\n\u2014 example.com/foo Uw2QOkn8srU=",
                    "text\n\n\u2014 example.com/foo Uw2QOg==\n",
                    "text\n\n\u2014 example.com/foo Uw2QOkn8srV\n",
                    "text\n\n\u2014 example.com/foo\n",
                    "text\n\n\u2014  Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a+b Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a b Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a\u00a0b Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a\u2003b Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a\u0085b Uw2QOkn8srU=\n",
                    "te\u0000xt\n\n\u2014 a Uw2QOkn8srU=\n",
                    "te\txt\n\n\u2014 a Uw2QOkn8srU=\n",
                    "text\r\n\n\u2014 a Uw2QOkn8srU=\n",
                    "text\n\n\u2014 a Uw2QOkn8srU=\r\n",
                })
        void isRefusedWhenItIsNotThatOfANote(String note) {
            assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedException.class);
        }

        @Test
        void isTakenWhenOnlyTheSignatureIsUnknown() {
            assertThat(SignedNote.parse("text\n\n\u2014 a Uw2QOkn8srU=\n").signatures())
                    .hasSize(1);
        }

        @Test
        void isRefusedWhenItIsTooLongOrNoUtf8() {
            String tail = "\n\n\u2014 a Uw2QOkn8srU=\n";
            assertThatThrownBy(() -> SignedNote.parse("x".repeat(1_000_000) + tail))
                    .isInstanceOf(MalformedException.class);
            byte[] bytes = ("x" + tail).getBytes(UTF_8);
            bytes[0] = (byte) 0xFF;
            assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(MalformedException.class);
        }
    }
}
