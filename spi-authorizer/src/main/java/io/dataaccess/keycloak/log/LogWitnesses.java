/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.log.WitnessPolicy.Witness;
import io.dataaccess.transparency.note.VerifierKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * Who outside is to see each state of a realm's log before others believe it: the realm's attribute
 * {@code data-access.log.witnesses}, in the syntax of C2SP's tlog-policy.
 */
final class LogWitnesses {

    static final String ATTRIBUTE = "data-access.log.witnesses";

    private LogWitnesses() {}

    /**
     * The witnesses of a realm; empty where it names none.
     *
     * @throws MalformedException when the attribute is not in that syntax
     */
    static Optional<WitnessPolicy> of(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .map(text -> text.replace("\r\n", "\n"))
                .filter(text -> !text.isBlank())
                .map(text -> WitnessPolicy.parse(text.endsWith("\n") ? text : text + "\n"))
                .filter(policy -> !policy.witnesses().isEmpty());
    }

    /** Whether the realm names witnesses, or tries to: a text that cannot be read names some that never answer. */
    static boolean areNamedIn(RealmModel realm) {
        try {
            return of(realm).isPresent();
        } catch (MalformedException e) {
            return true;
        }
    }

    /** The keys of the witnesses; none where the text cannot be read. */
    static Stream<VerifierKey> keys(RealmModel realm) {
        try {
            return of(realm).stream()
                    .flatMap(policy -> policy.witnesses().stream())
                    .map(Witness::key);
        } catch (MalformedException e) {
            return Stream.empty();
        }
    }
}
