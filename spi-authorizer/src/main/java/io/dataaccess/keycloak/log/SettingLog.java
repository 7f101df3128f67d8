/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.log.LogStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Writes changes of what decides into the log: from what, to what, by whom. It begins with the log: what policies and categories
 * were before stands in the requests, by their hashes.
 */
public final class SettingLog {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public SettingLog(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * A data category or an approval policy.
     *
     * @param from null when it is new
     * @param to null when it is removed
     */
    public void component(String kind, @Nullable ComponentModel from, @Nullable ComponentModel to) {
        ComponentModel named = to == null ? from : to;
        if (named != null) {
            setting(
                    kind,
                    named.getId(),
                    Optional.ofNullable(from).map(SettingLog::json),
                    Optional.ofNullable(to).map(SettingLog::json));
        }
    }

    /** An attribute of the realm; nothing is written where the log has this value already. */
    public void attribute(String name, Optional<String> value) {
        setting("realm_attribute_changed", name, last(name), value);
    }

    /** The list of categories of a client scope; nothing is written where the log has it already. */
    public void scope(String scopeId, Optional<String> categories) {
        setting("scope_changed", scopeId, last(scopeId), categories);
    }

    /** A client whose tokens the admin REST takes, or took; nothing is written where the log has it as it is. */
    public void adminClient(String clientId, Optional<Map<String, ?>> settings) {
        setting(
                "admin_client_changed",
                clientId,
                last(clientId),
                settings.map(TreeMap::new).map(EntryDraft::json));
    }

    /**
     * What conditions read of a person; nothing is written where the log has it already.
     *
     * @param values by the names of the attributes
     */
    public void attributes(String userId, Map<String, List<String>> values) {
        if (exists()) {
            String reference = new ApprovalLog(session, realm).reference(userId);
            setting(
                    "attributes_changed",
                    reference,
                    last(reference),
                    Optional.of(EntryDraft.json(new TreeMap<>(values))),
                    draft -> draft.person("user", userId));
        }
    }

    /** Whether anything has been written yet: what is set before that has no entry of its own. */
    public boolean exists() {
        return new LogStore(session, realm.getId()).find().isPresent();
    }

    private Optional<String> last(String id) {
        return new LogStore(session, realm.getId())
                .about(List.of(id)).stream()
                        .reduce((earlier, later) -> later)
                        .map(entry -> EntryOpenings.parse(entry.openings()).get("to"))
                        .map(ProvenEntry.Salted::value);
    }

    private void setting(String kind, String id, Optional<String> from, Optional<String> to) {
        setting(kind, id, from, to, UnaryOperator.identity());
    }

    private void setting(
            String kind, String id, Optional<String> from, Optional<String> to, UnaryOperator<EntryDraft> more) {
        if (!from.equals(to)) {
            write(kind, id, draft -> more.apply(draft.committed("from", from).committed("to", to)));
        }
    }

    /**
     * A group on which hangs who approves, with all groups below it.
     *
     * @param to the path of the group from now on; empty when it is deleted
     */
    public void group(String groupId, String from, Optional<String> to) {
        setting("group_changed", groupId, Optional.of(from), to);
    }

    /** Somebody came into a group whose members approve, or left it. */
    public void membership(String groupId, String userId, boolean joined) {
        write(
                "membership_changed",
                groupId,
                draft -> draft.person("member", userId).with("joined", joined));
    }

    private void write(String kind, String id, UnaryOperator<EntryDraft> content) {
        if (!exists()) {
            return;
        }
        ApprovalLog log = new ApprovalLog(session, realm);
        Instant now = clock.instant();
        EntryDraft draft = content.apply(log.draft(kind, id, now));
        actor(session).ifPresent(userId -> draft.person("actor", userId));
        log.write(id, now, draft);
    }

    /** Who calls; empty where the server itself does it, at an import for example. */
    static Optional<String> actor(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        return context.getBearerToken() == null
                ? Optional.empty()
                : Optional.ofNullable(context.getUser()).map(UserModel::getId);
    }

    private static String json(ComponentModel component) {
        return EntryDraft.json(Map.of("name", component.getName(), "config", new TreeMap<>(component.getConfig())));
    }
}
