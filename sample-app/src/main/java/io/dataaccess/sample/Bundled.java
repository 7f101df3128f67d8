/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts that come with the application. */
final class Bundled {
    private Bundled() {}

    static String text(String name) throws IOException {
        try (InputStream stream = requireNonNull(Bundled.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
