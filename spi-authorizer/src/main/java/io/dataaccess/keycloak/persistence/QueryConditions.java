/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.visibility.ContextSet;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions on the record {@code x} of a query; what is given only ever becomes a bound parameter. */
final class QueryConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    QueryConditions(String realmId) {
        and("x.realmId = :realmId", Map.of("realmId", realmId));
    }

    QueryConditions and(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    QueryConditions and(String condition, String parameter, Optional<?> value) {
        value.ifPresent(present -> and(condition, Map.of(parameter, present)));
        return this;
    }

    /** Parameters of what is no condition, such as an order. */
    QueryConditions given(Map<String, ?> values) {
        parameters.putAll(values);
        return this;
    }

    QueryConditions target(AccessFilter target) {
        return and("x.access.subjectId = :subject", "subject", target.subject())
                .and("x.access.clientId = :client", "client", target.client())
                .and("x.access.scopeId = :scope", "scope", target.scope());
    }

    /**
     * The text in one of these columns, whatever the case, or what else the search stands for. Not LIKE: what it treats as
     * special depends on the database.
     */
    QueryConditions search(List<String> columns, Optional<TextSearch> search) {
        search.filter(given -> !given.text().isEmpty()).ifPresent(given -> {
            Stream<String> texts = columns.stream().map(column -> "locate(lower(:search), lower(" + column + ")) > 0");
            Stream<String> names = Stream.of(
                            isIn("x.access.clientId", given.clients()), isIn("x.purpose", given.purposes()))
                    .flatMap(Optional::stream);
            Stream<String> values = given.values().stream().map(this::isLine);
            String any = Stream.of(texts, names, values)
                    .flatMap(conditions -> conditions)
                    .collect(Collectors.joining(" or ", "(", ")"));
            and(any, Map.of("search", given.text()));
        });
        return this;
    }

    /**
     * The search among the newest of those that the other conditions leave, so that it takes no longer than these.
     *
     * @param entity the name of the entity {@code x}
     * @param time the attribute that says how new it is
     */
    QueryConditions searchNewest(
            EntityManager em, String entity, String time, List<String> columns, Optional<TextSearch> search) {
        if (search.isPresent()) {
            String times = "select x." + time + " from " + entity + " x";
            rows(em, Long.class, times, " order by x." + time + " desc", new PageRange(PageRange.MOST - 1, 1)).stream()
                    .findFirst()
                    .ifPresent(oldest -> and("x." + time + " >= :searchedFrom", Map.of("searchedFrom", oldest)));
        }
        return search(columns, search);
    }

    private Optional<String> isIn(String column, Set<String> values) {
        return Optional.of(values)
                .filter(given -> !given.isEmpty())
                .map(given -> column + " in (:" + bound(given) + ")");
    }

    /** The condition that a whole line of {@link SearchedText} is this. */
    private String isLine(String value) {
        return "locate(:" + bound("\n" + value + "\n") + ", concat('\n', x.searched, '\n')) > 0";
    }

    /**
     * The selection.
     *
     * @param time the attribute its times are about
     * @param party how the user {@code :party} is found
     */
    QueryConditions selection(RecordFilter selection, String time, String party) {
        return target(selection.target())
                .and(party, "party", selection.party())
                .and("x." + time + " >= :start", "start", selection.from().map(Instant::toEpochMilli))
                .and("x." + time + " < :end", "end", selection.to().map(Instant::toEpochMilli));
    }

    /** The condition that a record is of these contexts, its parameters bound; used alone or as part of another. */
    String isAmong(ContextSet contexts) {
        List<String> any = new ArrayList<>();
        if (!contexts.whole().isEmpty()) {
            any.add("x.contextKey in (:" + bound(contexts.whole()) + ")");
        }
        contexts.bySubject().forEach((key, subjects) -> {
            if (!subjects.isEmpty()) {
                any.add("(x.contextKey = :" + bound(key) + " and x.access.subjectId in (:" + bound(subjects) + "))");
            }
        });
        return any.isEmpty() ? "1 = 0" : any.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    private String bound(Object value) {
        String name = "case" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    <T> List<T> rows(EntityManager em, Class<T> type, String select, String tail) {
        return statement(em, type, select, tail).rows();
    }

    <T> List<T> rows(EntityManager em, Class<T> type, String select, String tail, PageRange page) {
        return statement(em, type, select, tail).page(page).rows();
    }

    /**
     * What {@code count} counts of the {@code y.one} that {@code records} selects; one more than {@link PageRange#MOST} when
     * there are more records than that, for no more are read.
     */
    long countToMost(EntityManager em, String count, String records) {
        // Hibernate wants an order with a limit; the realm is the same for all, so that nothing is sorted.
        String some = String.join(" and ", conditions) + " order by x.realmId limit " + (PageRange.MOST + 1);
        Object[] counted = QueryStatement.reading(
                        em,
                        Object[].class,
                        "select count(y.one), " + count + " from (" + records + " where " + some + ") y")
                .with(parameters)
                .only();
        long read = (Long) counted[0];
        return read > PageRange.MOST ? read : (Long) counted[1];
    }

    /** What {@code count} counts. */
    long count(EntityManager em, String count) {
        return statement(em, Long.class, count, "").only();
    }

    /** @param tail what follows the conditions */
    private <T> QueryStatement<T> statement(EntityManager em, Class<T> type, String select, String tail) {
        return QueryStatement.reading(em, type, select + " where " + String.join(" and ", conditions) + tail)
                .with(parameters);
    }
}
