/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of those whom a mail concerns it was written to, where there were too many for all.
 *
 * @param sent to so many
 * @param of how many it concerned then
 */
public record Mailed(int sent, int of) {

    private static final Pattern NOTE = Pattern.compile("addressed (\\d{1,9}) of (\\d{1,9})");

    /** In the metadata of an entry that others were made from. */
    public String note() {
        return "addressed " + sent + " of " + of;
    }

    /** What such metadata says; empty when it was written to all. */
    static Optional<Mailed> of(String metadata) {
        Matcher matcher = NOTE.matcher(metadata);
        return matcher.matches()
                ? Optional.of(new Mailed(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
