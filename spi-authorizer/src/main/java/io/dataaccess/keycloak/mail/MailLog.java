/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What the server's log says of mail that does not go out, and what to do: one line when the mail server of a realm is
 * away, another for each hour of it, and one when it is back. Of a single mail it says so at its first attempt.
 */
final class MailLog {

    private static final Logger LOG = Logger.getLogger(MailLog.class);
    private static final Duration BETWEEN = Duration.ofHours(1);

    /** When the log last said so of a realm whose mail server is away. */
    private final Map<String, Instant> outages = new ConcurrentHashMap<>();

    void refused(RealmModel realm, UserModel reader, SmtpRefusal refusal, String reason, boolean isFirst) {
        String name = VisibleText.line(realm.getName());
        switch (refusal) {
            case SERVER -> {
                if (isNews(realm.getId(), Instant.now())) {
                    LOG.warnf(
                            "Mail of realm %s waits, as its mail server takes none: %s. Nothing is lost, and it is tried"
                                    + " again by itself: check the mail server, and Realm settings > Email",
                            name, reason);
                }
            }
            case ADDRESS ->
                LOG.warnf(
                        "User %s of realm %s gets no mail, as the mail server refuses the address: %s. Correct the user's"
                                + " email",
                        VisibleText.line(reader.getUsername()), name, reason);
            case MAIL -> {
                if (isFirst) {
                    LOG.warnf(
                            "A mail of realm %s was not sent: %s. It is tried again for three days: check the realm's"
                                    + " e-mail theme, and Realm settings > Email",
                            name, reason);
                }
            }
        }
    }

    void sent(RealmModel realm) {
        if (isOver(realm.getId())) {
            LOG.infof("Mail of realm %s goes out again", VisibleText.line(realm.getName()));
        }
    }

    /** Whether the log is to say that this realm's mail server is away. */
    boolean isNews(String realmId, Instant now) {
        Instant said = outages.get(realmId);
        if (said != null && now.isBefore(said.plus(BETWEEN))) {
            return false;
        }
        outages.put(realmId, now);
        return true;
    }

    /** Whether this ends an outage that the log told of. */
    boolean isOver(String realmId) {
        return outages.remove(realmId) != null;
    }
}
