/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.StoredMembers;
import io.dataaccess.keycloak.access.StoredMembers.StoredUser;
import io.dataaccess.keycloak.access.UserRef;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Members of groups in Keycloak's own tables (26.7.3): four queries a page, however long it is, and no entity is loaded. */
final class JpaStoredMembers implements StoredMembers {

    private static final String PAGE =
            "select distinct u.id, u.username, u.firstName, u.lastName, u.email, u.federationLink"
                    + " from UserGroupMembershipEntity m join m.user u"
                    + " where m.groupId in (:groups) and u.realmId = :realm and u.id > :after and"
                    + " (u.federationLink is not null or (u.enabled = true and u.serviceAccountClientLink is null))"
                    + " order by u.id";

    private final EntityManager em;
    private final String realmId;

    JpaStoredMembers(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public List<StoredUser> after(Set<String> groupIds, String userId, int most) {
        List<Object[]> page = QueryStatement.reading(em, Object[].class, PAGE)
                .with("groups", groupIds)
                .with("realm", realmId)
                .with("after", userId)
                .page(new PageRange(0, most))
                .rows();
        if (page.isEmpty()) {
            return List.of();
        }
        List<String> ids = page.stream().map(row -> (String) row[0]).toList();
        Map<String, List<Object[]>> attributes = ofUsers(
                "select a.user.id, a.name, a.value, a.longValue from UserAttributeEntity a where a.user.id in (:ids)",
                ids);
        Map<String, Set<String>> groups =
                pairs("select m.user.id, m.groupId from UserGroupMembershipEntity m where m.user.id in (:ids)", ids);
        Map<String, Set<String>> roles =
                pairs("select m.user.id, m.roleId from UserRoleMappingEntity m where m.user.id in (:ids)", ids);
        return page.stream()
                .map(row -> new StoredUser(
                        ref(row),
                        row[5] != null,
                        attributes(row, attributes.getOrDefault((String) row[0], List.of())),
                        groups.getOrDefault((String) row[0], Set.of()),
                        roles.getOrDefault((String) row[0], Set.of())))
                .toList();
    }

    @Override
    public List<String> ofDirectories(Set<String> groupIds, int most) {
        return QueryStatement.reading(
                        em,
                        String.class,
                        "select distinct m.userId from FederatedUserGroupMembershipEntity m"
                                + " where m.realmId = :realm and m.groupId in (:groups) order by m.userId")
                .with("realm", realmId)
                .with("groups", groupIds)
                .page(new PageRange(0, most))
                .rows();
    }

    private static UserRef ref(Object[] row) {
        return UserRef.of((String) row[0], (String) row[1], text(row[2]), text(row[3]));
    }

    /** As Keycloak has them: the names of the user beside what else is noted. */
    private static Map<String, List<String>> attributes(Object[] user, List<Object[]> noted) {
        Map<String, List<String>> values = new HashMap<>();
        noted.forEach(row -> add(values, (String) row[1], text(row[2] == null ? row[3] : row[2])));
        add(values, UserModel.FIRST_NAME, text(user[2]));
        add(values, UserModel.LAST_NAME, text(user[3]));
        add(values, UserModel.EMAIL, text(user[4]));
        add(values, UserModel.USERNAME, text(user[1]));
        return values;
    }

    private static void add(Map<String, List<String>> values, String name, @Nullable String value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value == null ? "" : value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return (String) value;
    }

    private Map<String, Set<String>> pairs(String jpql, List<String> ids) {
        return QueryStatement.reading(em, Object[].class, jpql).with("ids", ids).rows().stream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toUnmodifiableSet())));
    }

    private Map<String, List<Object[]>> ofUsers(String jpql, List<String> ids) {
        return QueryStatement.reading(em, Object[].class, jpql).with("ids", ids).rows().stream()
                .collect(groupingBy(row -> (String) row[0], toList()));
    }
}
