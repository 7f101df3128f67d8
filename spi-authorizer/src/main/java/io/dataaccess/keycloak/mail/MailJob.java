/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Delivers what is due, one mail in each session. */
public final class MailJob implements Provider {

    private final KeycloakSession session;
    private final MailLog log;

    MailJob(KeycloakSession session, MailLog log) {
        this.session = session;
        this.log = log;
    }

    /** Delivers the mail that has been due the longest, and tells whether one was. */
    boolean deliverNext() {
        OutboxDelivery delivery = new OutboxDelivery(log);
        delivery.run(session);
        return delivery.isBusy();
    }

    @Override
    public void close() {}
}
