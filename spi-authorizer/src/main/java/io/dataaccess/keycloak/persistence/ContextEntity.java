/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import io.dataaccess.keycloak.visibility.ContextIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/**
 * An approval context of a realm's records, so that lists need not look for it among a million of them. Whoever stores the
 * first record of a context writes it. Nobody waits for a lock then: when two are first at once, it is written twice, and
 * read once. It stays when its records go, and holds nothing about people.
 */
@Entity
@Table(name = "DATA_ACCESS_CONTEXT")
class ContextEntity {

    /** The records that it is one of. */
    enum Kind {
        REQUEST("RequestEntity"),
        GRANT("GrantEntity");

        private final String entity;

        Kind(String entity) {
            this.entity = entity;
        }
    }

    private static final UserRef NOBODY = new UserRef("", "");

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private String id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", nullable = false, updatable = false)
    private Kind kind;

    /** See {@link ApprovalContext#contextKey}. */
    @Column(name = "CASE_KEY", nullable = false, updatable = false)
    private String contextKey;

    /** The internal id: a client that was made anew under its client id is another one, in the same context. */
    @Column(name = "CLIENT_ID", nullable = false, updatable = false)
    private String clientId;

    @Nationalized
    @Column(name = "PURPOSE", nullable = false, updatable = false)
    private String purpose;

    @Nationalized
    @Column(name = "CONTEXT", nullable = false, updatable = false)
    private String context;

    @SuppressWarnings("NullAway.Init")
    protected ContextEntity() {}

    private ContextEntity(String realmId, Kind kind, ApprovalContext context) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.kind = kind;
        this.contextKey = context.contextKey();
        this.clientId = context.access().client().id();
        this.purpose = context.purpose();
        this.context = Json.write(Content.of(context));
    }

    /** Writes this context of a record that is being stored, unless it is there. */
    static void note(EntityManager em, String realmId, Kind kind, ApprovalContext context) {
        List<String> known = of(realmId, kind)
                .and(
                        "x.contextKey = :key and x.clientId = :client",
                        Map.of(
                                "key",
                                context.contextKey(),
                                "client",
                                context.access().client().id()))
                .rows(em, String.class, "select x.id from ContextEntity x", "");
        if (known.isEmpty()) {
            em.persist(new ContextEntity(realmId, kind, context));
        }
    }

    /** The approval contexts of all records of this kind by their keys, with nobody as the subject. */
    static Map<String, ApprovalContext> all(EntityManager em, String realmId, Kind kind) {
        return of(realmId, kind)
                .rows(em, Object[].class, "select x.contextKey, x.context from ContextEntity x", "")
                .stream()
                .collect(toMap(
                        row -> (String) row[0],
                        row -> Json.read((String) row[1], Content.class).approvalContext(),
                        (one, same) -> one));
    }

    /** What all records of this kind are about. */
    static RecordedNames recordedNames(EntityManager em, String realmId, Kind kind) {
        List<Object[]> found = of(realmId, kind)
                .rows(em, Object[].class, "select distinct x.clientId, x.purpose from ContextEntity x", "");
        return new RecordedNames(
                found.stream().map(row -> (String) row[0]).collect(toSet()),
                found.stream().map(row -> (String) row[1]).collect(toSet()));
    }

    private static QueryConditions of(String realmId, Kind kind) {
        return new QueryConditions(realmId).and("x.kind = :kind", Map.of("kind", kind));
    }

    /** The approval contexts of all records of one kind. */
    static final class Index implements ContextIndex {

        private final EntityManager em;
        private final String realmId;
        private final Kind kind;
        private final Supplier<QueryConditions> where;
        private @Nullable Map<String, ApprovalContext> contexts;

        /** @param where makes the conditions on the records whose subjects are asked for */
        Index(EntityManager em, String realmId, Kind kind, Supplier<QueryConditions> where) {
            this.em = em;
            this.realmId = realmId;
            this.kind = kind;
            this.where = where;
        }

        /** Read once: what may be seen and what may be decided are asked about the same contexts. */
        @Override
        public Map<String, ApprovalContext> contexts() {
            Map<String, ApprovalContext> known = contexts;
            if (known == null) {
                known = all(em, realmId, kind);
                contexts = known;
            }
            return known;
        }

        @Override
        public Map<String, Set<String>> subjects(Set<String> some) {
            return where
                    .get()
                    .and("x.contextKey in (:cases)", Map.of("cases", some))
                    .rows(
                            em,
                            Object[].class,
                            "select distinct x.contextKey, x.access.subjectId from " + kind.entity + " x",
                            "")
                    .stream()
                    .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toSet())));
        }
    }

    /** A context as stored: all but the subject. */
    record Content(
            ClientRef client, ScopeRef scope, String purpose, List<DataCategory> categories, List<GroupRef> known) {

        static Content of(ApprovalContext context) {
            Access access = context.access();
            return new Content(
                    access.client(), access.scope(), context.purpose(), context.categories(), context.known());
        }

        ApprovalContext approvalContext() {
            return new ApprovalContext(new Access(NOBODY, client, scope), purpose, categories, known);
        }
    }
}
