/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.catalog.approved.ConfigurationReader;
import io.dataaccess.keycloak.log.SettingLog;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** What the factories of both component types have in common: there is nothing to create, and each change stands in the log. */
public abstract class CatalogFactory<T extends Provider> implements ComponentFactory<T, T> {

    @Override
    public T create(KeycloakSession session, ComponentModel model) {
        throw new UnsupportedOperationException("This component is configuration only");
    }

    /** What an entry of the log is called that tells of a change. */
    abstract String changed();

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        log(session, realm).component(changed(), null, model);
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel oldModel, ComponentModel newModel) {
        log(session, realm).component(changed(), oldModel, newModel);
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        log(session, realm).component(changed(), model, null);
    }

    private static SettingLog log(KeycloakSession session, RealmModel realm) {
        return new SettingLog(session, realm, Clock.systemUTC());
    }

    /** What is kept below anything but the realm itself would be read by nobody, and so say nothing. */
    static void requireParent(RealmModel realm, ComponentModel model) {
        if (model.getParentId() != null && !model.getParentId().equals(realm.getId())) {
            throw new InvalidComponentException("parentId", "is not the id of the realm: leave it out");
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ConfigurationReader.start(factory);
    }

    @Override
    public void close() {}

    /** A data category or approval policy that is not saved. */
    public static final class RefusedComponentException extends ComponentValidationException {

        private static final long serialVersionUID = 1L;

        private final String found;

        /** Keycloak formats the message with {@link java.text.MessageFormat}, and fails on braces (26.7.3). */
        RefusedComponentException(ComponentModel component, String complaint) {
            super(complaint.contains("{") ? "'" + doubled(complaint) + "'" : doubled(complaint));
            this.found = component.getProviderId() + " '" + component.getName() + "': " + complaint;
        }

        /** Which of many components it is, which field of it is wrong, and what to do. */
        public String found() {
            return found;
        }

        private static String doubled(String complaint) {
            return complaint.replace("'", "''");
        }
    }
}
