/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.classification.RealmIndex;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A realm's elements in Keycloak's own tables (26.7.3), and the scopes of our records. No entity is loaded. */
final class JpaRealmIndex implements RealmIndex {

    /** Some databases take no more than 1,000 values in one condition. */
    private static final int AT_ONCE = 500;

    private static final String OF_REALM = " from ClientEntity c where c.realmId = :realm";
    private static final String WITH_ATTRIBUTE =
            "select distinct a.client.id from ClientAttributeEntity a where a.client.realmId = :realm and ";

    private static final String ASSIGNED = "select s.id, c.clientId, c.name, m.defaultScope"
            + " from ClientScopeClientMappingEntity m, ClientEntity c, ClientScopeEntity s"
            + " where c.id = m.clientId and s.id = m.clientScopeId and c.realmId = :realm and s.id in (:some)"
            + " and s.protocol = coalesce(c.protocol, 'openid-connect') order by c.clientId";

    private final EntityManager em;
    private final String realmId;

    JpaRealmIndex(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public Set<String> clients(ClientTrait trait) {
        return switch (trait) {
            case IMPLICIT_FLOW -> ofRealm("select c.id" + OF_REALM + " and c.implicitFlowEnabled = true");
            case FULL_SCOPE -> ofRealm("select c.id" + OF_REALM + " and c.fullScopeAllowed = true");
            case DECIDING ->
                ofRealm("select c.id" + OF_REALM + " and c.id in (select s.id from ResourceServerEntity s)");
            case LOGIN_THEME -> ofRealm(WITH_ATTRIBUTE + "a.name = 'login_theme'");
            case REDIRECT_WILDCARD -> ofRealm(joined("redirectUris") + " and x like '%*'");
            case SCOPE_MAPPINGS -> ofRealm(joined("scopeMappingIds"));
            case OWN_FLOW -> ofRealm(joined("authFlowBindings"));
            case REGISTERED -> {
                Set<String> found =
                        new HashSet<>(ofRealm("select c.id" + OF_REALM + " and c.registrationToken is not null"));
                found.addAll(ofRealm(WITH_ATTRIBUTE + "a.name like 'cimd.%'"));
                yield found;
            }
        };
    }

    @Override
    public Set<String> clientsWithAttribute(Predicate<String> name) {
        Set<String> names =
                ofRealm("select distinct a.name from ClientAttributeEntity a where a.client.realmId = :realm").stream()
                        .filter(name)
                        .collect(toSet());
        return parts(names)
                .flatMap(part -> QueryStatement.reading(em, String.class, WITH_ATTRIBUTE + "a.name in (:some)")
                        .with("realm", realmId)
                        .with("some", part)
                        .rows()
                        .stream())
                .collect(toUnmodifiableSet());
    }

    @Override
    public Set<String> clientsWithDefault(Set<String> scopeIds) {
        return inParts(
                        "select distinct m.clientId from ClientScopeClientMappingEntity m"
                                + " where m.defaultScope = true and m.clientScopeId in (:some)",
                        scopeIds)
                .collect(toUnmodifiableSet());
    }

    @Override
    public Map<String, List<Assignment>> assignments(Set<String> scopeIds) {
        return parts(scopeIds)
                .flatMap(
                        part -> QueryStatement.reading(em, Object[].class, ASSIGNED)
                                .with("realm", realmId)
                                .with("some", part)
                                .rows()
                                .stream())
                .collect(groupingBy(
                        row -> (String) row[0],
                        mapping(
                                row -> new Assignment(
                                        (String) row[1], Optional.ofNullable((String) row[2]), (Boolean) row[3]),
                                toList())));
    }

    @Override
    public Map<String, String> clientIds() {
        return QueryStatement.reading(em, Object[].class, "select c.id, c.clientId" + OF_REALM)
                .with("realm", realmId)
                .rows()
                .stream()
                .collect(toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public Set<String> rolesAbove(Set<String> roleIds) {
        Set<String> seen = new HashSet<>(roleIds);
        Set<String> last = roleIds;
        while (!last.isEmpty()) {
            last = inParts(
                            "select distinct c.parentRole.id from CompositeRoleEntity c where c.childRole.id in (:some)",
                            last)
                    .filter(seen::add)
                    .collect(toSet());
        }
        seen.removeAll(roleIds);
        return seen;
    }

    @Override
    public Set<String> recordedScopes(Set<String> names) {
        return parts(names)
                .flatMap(part -> new QueryConditions(realmId)
                                .and("x.access.scopeName in (:names)", Map.of("names", part))
                                .rows(em, String.class, "select distinct x.access.scopeName from RequestEntity x", "")
                                .stream())
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public Map<String, StoredAccount> accounts(Set<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> roles =
                pairs("select m.user.id, m.roleId from UserRoleMappingEntity m where m.user.id in (:some)", userIds);
        Map<String, Set<String>> credentials =
                pairs("select c.user.id, c.type from CredentialEntity c where c.user.id in (:some)", userIds);
        Set<String> brokered = inParts(
                        "select distinct f.user.id from FederatedIdentityEntity f where f.user.id in (:some)", userIds)
                .collect(toSet());
        return inParts("select u.id from UserEntity u where u.federationLink is null and u.id in (:some)", userIds)
                .collect(toMap(
                        id -> id,
                        id -> new StoredAccount(
                                roles.getOrDefault(id, Set.of()),
                                credentials.getOrDefault(id, Set.of()),
                                brokered.contains(id))));
    }

    private static String joined(String collection) {
        return "select distinct c.id from ClientEntity c join c." + collection + " x where c.realmId = :realm";
    }

    private Set<String> ofRealm(String jpql) {
        return Set.copyOf(QueryStatement.reading(em, String.class, jpql)
                .with("realm", realmId)
                .rows());
    }

    private Map<String, Set<String>> pairs(String jpql, Set<String> some) {
        return QueryStatement.reading(em, Object[].class, jpql).with("some", some).rows().stream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toUnmodifiableSet())));
    }

    private Stream<String> inParts(String jpql, Collection<String> some) {
        return parts(some)
                .flatMap(part -> QueryStatement.reading(em, String.class, jpql).with("some", part).rows().stream());
    }

    private static Stream<List<String>> parts(Collection<String> all) {
        List<String> sorted = all.stream().sorted().toList();
        return IntStream.iterate(0, first -> first < sorted.size(), first -> first + AT_ONCE)
                .mapToObj(first -> sorted.subList(first, Math.min(first + AT_ONCE, sorted.size())));
    }
}
