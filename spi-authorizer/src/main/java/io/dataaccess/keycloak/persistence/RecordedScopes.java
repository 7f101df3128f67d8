/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The scopes that the records of a realm are for: those of its requests, for each access grant has one. */
public final class RecordedScopes {

    /** Some databases take no more than 1,000 values in one condition. */
    private static final int AT_ONCE = 500;

    private final EntityManager em;
    private final String realmId;

    public RecordedScopes(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** Those of these names that some record has, whether it is over or not. */
    public Set<String> among(Set<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        return IntStream.iterate(0, first -> first < sorted.size(), first -> first + AT_ONCE)
                .mapToObj(first -> sorted.subList(first, Math.min(first + AT_ONCE, sorted.size())))
                .flatMap(this::found)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> found(List<String> names) {
        return new QueryConditions(realmId)
                        .and("x.access.scopeName in (:names)", Map.of("names", names))
                        .rows(em, String.class, "select distinct x.access.scopeName from RequestEntity x", "")
                        .stream();
    }
}
