/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

import java.util.OptionalLong;

/**
 * Something that is wrong.
 *
 * @param index of the entry in the log, where it is about one
 */
public record Finding(Code code, OptionalLong index, String message) {

    @Override
    public String toString() {
        return (index.isPresent() ? "entry " + index.getAsLong() + ": " : "") + code + ": " + message;
    }
}
