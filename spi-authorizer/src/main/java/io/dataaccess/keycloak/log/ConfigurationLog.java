/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.persistence.configuration.ConfigurationStore;
import io.dataaccess.keycloak.persistence.configuration.StoredConfiguration;
import io.dataaccess.keycloak.persistence.log.LogEntryEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;

/**
 * The approved configurations of a realm. Each stands in a table, with its hash in the log: who changes the one is found by the
 * other.
 */
public final class ConfigurationLog {

    /** Changed with each approval, so that every node's cache of the realm ends; nobody believes what it says. */
    public static final String VERSION_ATTRIBUTE = "data-access.configurationVersion";

    private static final String RECORD = "configuration";
    private static final String KIND = "configuration_approved";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KeycloakSession session;
    private final Clock clock;
    private final ConfigurationStore rows;
    private final LogStore entries;

    public ConfigurationLog(KeycloakSession session, String realmId, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.rows = new ConfigurationStore(session, realmId);
        this.entries = new LogStore(session, realmId);
    }

    /** The ids of realms with this attribute, whatever it says. */
    public static List<String> realmsWith(KeycloakSession session, String attribute) {
        return ConfigurationStore.realmsWith(session, attribute);
    }

    /** What was approved last, in this transaction's view. */
    public RecordedConfiguration newest() {
        ConfigurationStore.Newest newest = rows.newest(RECORD);
        if (newest.version().isEmpty() && newest.entryId().isEmpty()) {
            return RecordedConfiguration.nothing();
        }
        Optional<StoredConfiguration> row = rows.newest();
        Optional<JsonNode> entry = newest.entryId()
                .flatMap(entries::entry)
                .map(LogEntryEntity::entry)
                .flatMap(ConfigurationLog::parse);
        if (row.isEmpty()) {
            return RecordedConfiguration.mismatching("the row of what was approved is gone");
        }
        if (entry.isEmpty()) {
            return RecordedConfiguration.mismatching("no entry of the approval log says that it was approved");
        }
        return agreeing(row.get(), entry.get());
    }

    private static RecordedConfiguration agreeing(StoredConfiguration row, JsonNode entry) {
        return row.approved()
                .filter(approved -> approved.version() == entry.path("version").asInt()
                        && row.hash().equals(entry.path("hash").asText())
                        && entry.path("required").isBoolean()
                        && approved.required() == entry.path("required").asBoolean()
                        && approved.changeId()
                                .orElse("")
                                .equals(entry.path("change").asText()))
                .map(RecordedConfiguration::of)
                .orElseGet(() -> RecordedConfiguration.mismatching(
                        "version " + row.version() + " is not the one that the approval log says was approved"));
    }

    private static Optional<JsonNode> parse(String entry) {
        try {
            return Optional.of(MAPPER.readTree(entry))
                    .filter(json -> KIND.equals(json.path("kind").asText()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * From the end of this transaction on this is what was approved last, on every node.
     *
     * @param realm as this session has it, so that the caches of other nodes are told
     * @param changeId of the change request; empty where what stands in the realm is taken as it is
     * @throws org.keycloak.models.ModelDuplicateException when something else was approved in this moment
     * @throws ModelException when what was approved before was changed by somebody
     */
    public ApprovedConfiguration approve(
            RealmModel realm, Configuration configuration, boolean required, Optional<String> changeId) {
        RecordedConfiguration known = newest();
        if (known.mismatch().isPresent()) {
            throw new ModelException("The approved configuration was changed: "
                    + known.mismatch().get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ApprovedConfiguration next = new ApprovedConfiguration(
                known.approved().map(ApprovedConfiguration::version).orElse(0) + 1,
                configuration,
                required,
                now,
                changeId);
        rows.append(next);
        write(new ApprovalLog(session, realm), next);
        realm.setAttribute(VERSION_ATTRIBUTE, Integer.toString(next.version()));
        return next;
    }

    private void write(ApprovalLog log, ApprovedConfiguration approved) {
        EntryDraft draft = log.draft(KIND, RECORD, approved.approvedAt())
                .with("version", approved.version())
                .with("hash", approved.configuration().hash())
                .with("required", approved.required());
        approved.changeId().ifPresent(id -> draft.with("change", id));
        SettingLog.actor(session).ifPresent(userId -> draft.person("actor", userId));
        log.write(RECORD, approved.approvedAt(), draft);
    }
}
