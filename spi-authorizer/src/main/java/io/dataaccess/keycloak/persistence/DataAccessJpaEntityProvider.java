/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak our tables. */
final class DataAccessJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                RequestEntity.class,
                GrantEntity.class,
                FilingLock.class,
                LoginEndEntity.class,
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
