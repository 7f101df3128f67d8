/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.classification.Docket;
import io.dataaccess.keycloak.classification.Matter;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cases of records in the database. */
final class JpaDocket<T extends OfCase> implements Docket {

    private final EntityManager em;
    private final Class<T> type;
    private final Supplier<Where> where;
    private @Nullable Map<String, Matter> cases;

    /**
     * @param type the entity {@code x} of the conditions
     * @param where makes the conditions anew for each query
     */
    JpaDocket(EntityManager em, Class<T> type, Supplier<Where> where) {
        this.em = em;
        this.type = type;
        this.where = where;
    }

    /** Read once: what may be seen and what may be decided are asked about the same cases, and the query counts all rows. */
    @Override
    public Map<String, Matter> cases() {
        Map<String, Matter> known = cases;
        if (known == null) {
            known = read();
            cases = known;
        }
        return known;
    }

    private Map<String, Matter> read() {
        List<String> examples = where.get().rows(em, String.class, "select min(x.id)" + from(), " group by x.caseKey");
        return examples.isEmpty()
                ? Map.of()
                : Statement.reading(em, type, "select x" + from() + " where x.id in (:examples)")
                        .with("examples", examples)
                        .rows()
                        .stream()
                        .collect(toMap(OfCase::caseKey, OfCase::matter));
    }

    @Override
    public Map<String, Set<String>> subjects(Set<String> cases) {
        return where
                .get()
                .and("x.caseKey in (:cases)", Map.of("cases", cases))
                .rows(em, Object[].class, "select distinct x.caseKey, x.access.subjectId" + from(), "")
                .stream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toSet())));
    }

    private String from() {
        return " from " + type.getSimpleName() + " x";
    }
}
