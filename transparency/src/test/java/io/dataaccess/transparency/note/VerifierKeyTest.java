/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+Aek=",
                "example.com/foo+530d903a+",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            })
    void areRefusedWhenNameIdAndKeyDoNotBelongTogether(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(MalformedException.class);
    }

    /** Both ways of a key, for the two spellings of the sign in its last byte. */
    @Test
    void haveThe32BytesOfJavasKeys() {
        for (int round = 0; round < 50; round++) {
            KeyPair pair = Keys.pair();
            VerifierKey read = VerifierKey.of("x", SignatureType.ED25519, pair.getPublic());
            assertThat(VerifierKey.parse(read.toString())).isEqualTo(read);
            byte[] encoded = pair.getPublic().getEncoded();
            assertThat(read.publicKey()).isEqualTo(Arrays.copyOfRange(encoded, 12, 44));
            assertThat(SignedNote.sign("a\n", new NoteSigner(read, pair.getPrivate()))
                            .verify(List.of(read)))
                    .containsOnlyKeys(read);
        }
    }

    @Test
    void areRefusedWhenTheyAreOfAnotherCurve() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        assertThatThrownBy(() -> VerifierKey.of("x", SignatureType.ED25519, other.getPublic()))
                .isInstanceOf(MalformedException.class);
    }
}
