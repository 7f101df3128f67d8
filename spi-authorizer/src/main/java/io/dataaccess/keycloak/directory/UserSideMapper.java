/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A mapper of an LDAP directory that puts people into groups where only the people know of it: nobody can list the members
 * of such a group (Keycloak 26.7.3). One that copies memberships into Keycloak is none.
 *
 * @param directory the directory it belongs to
 */
public record UserSideMapper(ComponentModel directory, ComponentModel mapper) {

    private static final String MAPPERS = "org.keycloak.storage.ldap.mappers.LDAPStorageMapper";
    private static final String HARDCODED = "hardcoded-ldap-group-mapper";
    private static final String OF_GROUPS = "group-ldap-mapper";
    private static final String BY_MEMBER_OF = "GET_GROUPS_FROM_USER_MEMBEROF_ATTRIBUTE";

    /** Those of all directories that are in use. */
    public static Stream<UserSideMapper> of(RealmModel realm) {
        return UserDirectories.enabled(realm)
                .flatMap(directory -> realm.getComponentsStream(directory.getId(), MAPPERS)
                        .filter(UserSideMapper::isOne)
                        .map(mapper -> new UserSideMapper(directory, mapper)));
    }

    /** Whether it may put people into the group at this path, or into one below it. */
    public boolean concerns(String path) {
        if (HARDCODED.equals(mapper.getProviderId())) {
            return text(mapper, "group")
                    .map(KeycloakModelUtils::normalizeGroupPath)
                    .filter(group -> isWithin(group, path))
                    .isPresent();
        }
        String above = text(mapper, "groups.path").orElse("/").replaceFirst("/$", "");
        return isWithin(path, above) || isWithin(above, path);
    }

    private static boolean isWithin(String path, String above) {
        return (path + "/").startsWith(above + "/");
    }

    private static boolean isOne(ComponentModel mapper) {
        return HARDCODED.equals(mapper.getProviderId())
                || (OF_GROUPS.equals(mapper.getProviderId())
                        && text(mapper, "mode").filter("IMPORT"::equals).isEmpty()
                        && text(mapper, "user.roles.retrieve.strategy")
                                .filter(BY_MEMBER_OF::equals)
                                .isPresent());
    }

    private static Optional<String> text(ComponentModel component, String key) {
        return Optional.ofNullable(component.get(key)).filter(text -> !text.isBlank());
    }
}
