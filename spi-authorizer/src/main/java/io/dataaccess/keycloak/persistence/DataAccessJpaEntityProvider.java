/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.persistence.change.ChangeEntity;
import io.dataaccess.keycloak.persistence.configuration.ConfigurationEntity;
import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogEntryEntity;
import io.dataaccess.keycloak.persistence.log.LogTileEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak our tables. */
final class DataAccessJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                ConfigurationEntity.class,
                LogEntity.class,
                LogEntryEntity.class,
                LogTileEntity.class,
                RequestEntity.class,
                GrantEntity.class,
                ContextEntity.class,
                FilingLock.class,
                LoginEndEntity.class,
                ChangeEntity.class,
                AccessColumns.class,
                VoteColumns.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/data-access-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return DataAccessJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
