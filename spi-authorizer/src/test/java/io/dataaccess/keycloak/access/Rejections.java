/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sentences about what is refused. */
public final class Rejections {

    private Rejections() {}

    public static void assertRejected(Rejection expected, ThrowingCallable work) {
        assertThatExceptionOfType(RejectedException.class).isThrownBy(work).satisfies(thrown -> {
            assertThat(thrown.rejection()).isEqualTo(expected);
            assertThat(thrown.getMessage()).isNotBlank();
        });
    }
}
