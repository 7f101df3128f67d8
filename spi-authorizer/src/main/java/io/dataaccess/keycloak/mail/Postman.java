/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Delivers what is due, one letter in each session. */
public final class Postman implements Provider {

    private final KeycloakSession session;

    Postman(KeycloakSession session) {
        this.session = session;
    }

    /** Delivers the letter that has been due the longest, and tells whether one was. */
    boolean deliverNext() {
        Drain drain = new Drain();
        drain.run(session);
        return drain.isBusy();
    }

    @Override
    public void close() {}
}
