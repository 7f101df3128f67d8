/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Delivers what is due, one letter in each session. */
public final class Postman implements Provider {

    private final KeycloakSession session;
    private final MailLog log;

    Postman(KeycloakSession session, MailLog log) {
        this.session = session;
        this.log = log;
    }

    /** Delivers the letter that has been due the longest, and tells whether one was. */
    boolean deliverNext() {
        Drain drain = new Drain(log);
        drain.run(session);
        return drain.isBusy();
    }

    @Override
    public void close() {}
}
