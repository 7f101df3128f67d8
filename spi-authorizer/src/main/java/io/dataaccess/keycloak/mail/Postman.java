/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Delivers what is due, one letter in each session. */
public final class Postman implements Provider {

    private final KeycloakSession session;

    Postman(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Delivers the letter that has been due the longest.
     *
     * @param silent ids of realms whose server took none in this round: theirs wait; a realm that takes none is added
     * @return whether one was due
     */
    boolean deliverNext(Set<String> silent) {
        Drain drain = new Drain(silent);
        drain.run(session);
        return drain.isBusy();
    }

    @Override
    public void close() {}
}
