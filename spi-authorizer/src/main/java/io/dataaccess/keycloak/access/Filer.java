/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.List;
import java.util.Optional;

/**
 * Whose requests are counted together: those that somebody files in person are not used up by what applications file in
 * their name.
 *
 * @param application the id of the client whose token files; empty in person, and for all applications together
 */
public record Filer(UserRef requester, Through through, Optional<String> application) {

    /** How requests are filed. */
    public enum Through {
        /** In the account console, or at the approval prompt. */
        IN_PERSON,
        /** With the token of one application. */
        APPLICATION,
        /** With the tokens of whatever applications. */
        ANY_APPLICATION
    }

    public static Filer inPerson(UserRef requester) {
        return new Filer(requester, Through.IN_PERSON, Optional.empty());
    }

    /** Those for whom a request counts that is filed with the token of this application, or in person. */
    public static List<Filer> of(UserRef requester, Optional<String> application) {
        return application
                .map(id -> List.of(
                        new Filer(requester, Through.APPLICATION, application),
                        new Filer(requester, Through.ANY_APPLICATION, Optional.empty())))
                .orElseGet(() -> List.of(inPerson(requester)));
    }

    /** Whether a request counts here that this requester filed with the token of this application, or in person. */
    public boolean includes(UserRef who, Optional<String> filedThrough) {
        return requester.isSameAs(who)
                && (through == Through.ANY_APPLICATION ? filedThrough.isPresent() : application.equals(filedThrough));
    }
}
