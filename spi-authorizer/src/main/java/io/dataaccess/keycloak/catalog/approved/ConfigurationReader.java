/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import io.dataaccess.keycloak.condition.LruCache;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.utils.KeycloakSessionUtil;

/** Reads what was approved last, and keeps what decides by it until a change of the realm reaches this node's cache. */
public final class ConfigurationReader {

    private static final LruCache<RealmVersion, DecidingConfiguration> READ = new LruCache<>(1000);
    private static final String ATTRIBUTE = ConfigurationReader.class.getName() + ".";

    private static volatile Function<String, RecordedConfiguration> reader = realmId -> {
        throw new IllegalStateException("The server has not started, and nobody knows what was approved");
    };

    private static volatile Supplier<Optional<KeycloakSession>> current = Optional::empty;

    private ConfigurationReader() {}

    /** Before the first realm is looked at. */
    public static void start(KeycloakSessionFactory factory) {
        current = () ->
                Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession()).filter(session -> !session.isClosed());
        readWith(realmId -> read(factory, realmId));
    }

    static void readWith(Function<String, RecordedConfiguration> how) {
        reader = how;
    }

    /**
     * In a transaction of its own. One that began before the realm was seen might show what was approved before, and that would
     * be kept for what the realm is now.
     */
    private static RecordedConfiguration read(KeycloakSessionFactory factory, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new ConfigurationLog(session, realmId, Clock.systemUTC()).newest());
    }

    /**
     * What decides in the realm. A session that has changed the realm sees another one with every look, and stays with what it
     * read first.
     *
     * @throws org.keycloak.models.ModelException when the database does not answer: then nothing is known
     */
    static DecidingConfiguration of(RealmModel realm) {
        String attribute = ATTRIBUTE + realm.getId();
        return current.get()
                .map(session -> session.getAttribute(attribute, DecidingConfiguration.class))
                .orElseGet(() -> RealmVersion.of(realm)
                        .map(version -> READ.get(version, any -> made(realm, attribute)))
                        .orElseGet(() -> made(realm, attribute)));
    }

    private static DecidingConfiguration made(RealmModel realm, String attribute) {
        DecidingConfiguration made = DecidingConfiguration.of(realm, reader.apply(realm.getId()));
        current.get().ifPresent(session -> session.setAttribute(attribute, made));
        return made;
    }

    /**
     * A realm as it is until it is changed. Keycloak's realm cache hands out the very same components until then, on whichever
     * node; the database, which a session asks that has changed the realm, gives new ones each time (26.7.3). Each realm has some,
     * for its keys; one without any is read each time.
     */
    private record RealmVersion(ComponentModel any) {

        static Optional<RealmVersion> of(RealmModel realm) {
            return realm.getComponentsStream().findFirst().map(RealmVersion::new);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RealmVersion version && version.any == any;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(any);
        }
    }
}
