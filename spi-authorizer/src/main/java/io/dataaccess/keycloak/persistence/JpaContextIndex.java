/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.visibility.ApprovalContext;
import io.dataaccess.keycloak.visibility.ContextIndex;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The approval contexts of records in the database. */
final class JpaContextIndex<T extends JpaContextIndex.ContextRecord> implements ContextIndex {

    private final EntityManager em;
    private final Class<T> type;
    private final Supplier<QueryConditions> where;
    private @Nullable Map<String, ApprovalContext> contexts;

    /**
     * @param type the entity {@code x} of the conditions
     * @param where makes the conditions anew for each query
     */
    JpaContextIndex(EntityManager em, Class<T> type, Supplier<QueryConditions> where) {
        this.em = em;
        this.type = type;
        this.where = where;
    }

    /** Read once: what may be seen and what may be decided are asked about the same contexts, and the query counts all rows. */
    @Override
    public Map<String, ApprovalContext> contexts() {
        Map<String, ApprovalContext> known = contexts;
        if (known == null) {
            known = read();
            contexts = known;
        }
        return known;
    }

    private Map<String, ApprovalContext> read() {
        List<String> examples =
                where.get().rows(em, String.class, "select min(x.id)" + from(), " group by x.contextKey");
        return examples.isEmpty()
                ? Map.of()
                : QueryStatement.reading(em, type, "select x" + from() + " where x.id in (:examples)")
                        .with("examples", examples)
                        .rows()
                        .stream()
                        .collect(toMap(ContextRecord::contextKey, ContextRecord::approvalContext));
    }

    @Override
    public Map<String, Set<String>> subjects(Set<String> contexts) {
        return where
                .get()
                .and("x.contextKey in (:cases)", Map.of("cases", contexts))
                .rows(em, Object[].class, "select distinct x.contextKey, x.access.subjectId" + from(), "")
                .stream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toSet())));
    }

    private String from() {
        return " from " + type.getSimpleName() + " x";
    }

    /** A record that approvers may see or not. */
    interface ContextRecord {

        /** As stored: records from before there were contexts have their own id. */
        String contextKey();

        ApprovalContext approvalContext();
    }
}
