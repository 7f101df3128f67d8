/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The log of a realm, for those who write into it: an entry stays if the transaction of its change does. */
public final class ApprovalLog {

    private static final Logger LOG = Logger.getLogger(ApprovalLog.class);
    private static final int SECRET_LENGTH = 32;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LogStore store;
    private final Consumer<KeycloakSession> first;
    private @Nullable PersonSalts salts;

    /** A log that is there. */
    ApprovalLog(KeycloakSession session, RealmModel realm) {
        this(session, realm, begun -> {});
    }

    /**
     * A log that begins with what is written first.
     *
     * @param first writes what everything else changes, when it begins
     */
    public ApprovalLog(KeycloakSession session, RealmModel realm, Consumer<KeycloakSession> first) {
        this.session = session;
        this.realm = realm;
        this.store = new LogStore(session, realm.getId());
        this.first = first;
    }

    /** How this person stands in the log. */
    String reference(String userId) {
        return salts().of(userId).commitment().base64();
    }

    EntryDraft draft(String kind, String recordId, Instant now) {
        return new EntryDraft(salts())
                .with("kind", kind)
                .with("realm", realm.getId())
                .with("id", recordId)
                .at("time", now);
    }

    /** Read once: the secret of a log never changes. */
    private PersonSalts salts() {
        PersonSalts known = salts;
        if (known == null) {
            known = new PersonSalts(store.find().orElseGet(this::begun).secret());
            salts = known;
        }
        return known;
    }

    void write(String recordId, Instant now, EntryDraft draft) {
        store.write(recordId, now, draft.entry(), draft.openings());
    }

    /** Begun in a transaction of its own: who writes the first entry at the same moment finds it. */
    private LogEntity begun() {
        String origin = LogOrigin.of(session, realm);
        byte[] secret = new byte[SECRET_LENGTH];
        new SecureRandom().nextBytes(secret);
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), one -> {
                new LogStore(one, realm.getId())
                        .create(origin, Base64.getEncoder().encodeToString(secret), Instant.now());
                first.accept(one);
            });
        } catch (ModelDuplicateException e) {
            LOG.debugf("Two have begun the log of realm %s in one moment", realm.getName());
        }
        return store.find()
                .orElseThrow(() -> new IllegalStateException("The log of the realm was begun and is not there"));
    }
}
