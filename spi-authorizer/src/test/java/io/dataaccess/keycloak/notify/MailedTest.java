/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailedTest {

    @Test
    void isReadWhenItWasNoted() {
        Mailed mailed = new Mailed(100, 5000);

        assertThat(Mailed.of(mailed.note())).contains(mailed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"addressed", "dropped", "sent", "urgent", "addressed 1 of many", ""})
    void isNothingWhenTheNoteSaysSomethingElse(String note) {
        assertThat(Mailed.of(note)).isEmpty();
    }
}
