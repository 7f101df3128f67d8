/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import io.dataaccess.keycloak.access.StoredMembers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;
import org.keycloak.provider.Spi;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/** The directories of people outside of Keycloak, as far as they are in use. */
final class UserDirectories {

    private static final Logger LOG = Logger.getLogger(UserDirectories.class);

    /** The type by its name: the class is not among what we compile against. */
    private static final String TYPE = "org.keycloak.storage.UserStorageProvider";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StoredMembers stored;
    private final List<ComponentModel> enabled;
    private boolean isUnanswered;

    UserDirectories(KeycloakSession session, RealmModel realm, StoredMembers stored) {
        this.session = session;
        this.realm = realm;
        this.stored = stored;
        this.enabled = enabled(realm).toList();
    }

    static Stream<ComponentModel> enabled(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), TYPE)
                .filter(directory -> !"false".equals(directory.get("enabled")));
    }

    boolean isEmpty() {
        return enabled.isEmpty();
    }

    /** Whether none of them keeps a membership of these groups to the people themselves. */
    boolean list(List<GroupModel> groups) {
        return isEmpty()
                || UserSideMapper.of(realm)
                        .noneMatch(mapper -> groups.stream()
                                .map(KeycloakModelUtils::buildGroupPath)
                                .anyMatch(mapper::concerns));
    }

    /** Whether one did not answer so far. */
    boolean isUnanswered() {
        return isUnanswered;
    }

    /** The ids of members that they know of, of each at most so many; one that does not answer knows nobody. */
    List<String> members(GroupModel group, int most) {
        Stream<String> known = enabled.stream()
                .flatMap(directory -> asked(directory).stream())
                .flatMap(directory -> members(directory, group, most).stream());
        return Stream.concat(known, stored.ofDirectories(Set.of(group.getId()), most).stream())
                .toList();
    }

    /** Keycloak's own list is silent about a directory that does not answer. */
    private List<String> members(UserQueryMethodsProvider directory, GroupModel group, int most) {
        try {
            return AdminPermissionsSchema.runWithoutAuthorization(
                    session,
                    () -> directory
                            .getGroupMembersStream(realm, group, 0, most)
                            .map(UserModel::getId)
                            .toList());
        } catch (ModelException e) {
            LOG.warnf(e, "A directory of people does not answer");
            isUnanswered = true;
            return List.of();
        }
    }

    /** One that lists nobody is none to ask. */
    private Optional<UserQueryMethodsProvider> asked(ComponentModel directory) {
        return session.getKeycloakSessionFactory().getSpis().stream()
                .map(Spi::getProviderClass)
                .filter(type -> type.getName().equals(TYPE))
                .findFirst()
                .flatMap(type -> instance(type, directory))
                .filter(UserQueryMethodsProvider.class::isInstance)
                .map(UserQueryMethodsProvider.class::cast);
    }

    /** The one that Keycloak itself uses in this session; what takes the place of this method makes none of these (26.7.3). */
    @SuppressWarnings("deprecation")
    private Optional<Provider> instance(Class<? extends Provider> type, ComponentModel directory) {
        return Optional.ofNullable(session.getProvider(type, directory));
    }
}
