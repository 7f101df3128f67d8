/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.UserRef;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody asks for, and why.
 *
 * @param duration of the grant
 * @param bundle shared by requests filed together
 * @param application the id of the client whose token filed it; empty when it was filed in person
 */
public record RequestContent(
        UserRef requester,
        Access access,
        RequestReason reason,
        Duration duration,
        boolean urgent,
        String bundle,
        Optional<String> application) {

    /** Whether this user files it or would profit from it, and so must not decide it. */
    public boolean concerns(UserRef user) {
        return requester.isSameAs(user) || access.subject().isSameAs(user);
    }

    /** Whether it counts for this filer. */
    public boolean isFiledBy(Filer filer) {
        return filer.includes(requester, application);
    }

    /** Whether it is for a service account: nobody asks for another person. */
    public boolean isForService() {
        return !requester.isSameAs(access.subject());
    }

    /** Whether filing this again would ask for nothing else. The bundle and who filed it are not part of what is asked. */
    public boolean isSameAs(RequestContent other) {
        return requester.isSameAs(other.requester)
                && access.isSameAs(other.access)
                && reason.equals(other.reason)
                && duration.equals(other.duration)
                && urgent == other.urgent;
    }
}
