/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.auditor.finding.UndecidedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessStateTest {

    private static final String NAME = "witness.example.com";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isReadableForItsOwnerOnly() throws Exception {
        WitnessState.open(folder.resolve("witness.json"), Optional.of(NAME)).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("witness.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isOfOneProcess() {
        try (WitnessState first = WitnessState.open(folder.resolve("witness.json"), Optional.of(NAME))) {
            assertThat(first.key().name()).isEqualTo(NAME);
            assertThatThrownBy(() -> WitnessState.open(folder.resolve("witness.json"), Optional.empty()))
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("locked");
        }
    }

    /** Whoever loses it has no key to sign a fork with. */
    @Test
    void isNotMadeAnewUnlessAsked() throws IOException {
        Path file = folder.resolve("witness.json");
        assertThatThrownBy(() -> WitnessState.open(file, Optional.empty())).isInstanceOf(UndecidedException.class);
        Files.writeString(file, "{");
        assertThatThrownBy(() -> WitnessState.open(file, Optional.empty())).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> WitnessState.open(file, Optional.of(NAME))).isInstanceOf(UndecidedException.class);
    }
}
