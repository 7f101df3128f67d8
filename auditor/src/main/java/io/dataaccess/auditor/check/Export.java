/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.auditor.rules.GrantFields;
import io.dataaccess.auditor.rules.GrantJson;
import io.dataaccess.auditor.rules.GrantTerm;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a server says of its grants: the pages of {@code GET grants} one after the other, or a table (CSV) with the same names. */
public final class Export {

    private final Map<String, GrantFields> grants = new LinkedHashMap<>();

    private Export() {}

    /** Reads a file, as a table when its name ends with {@code .csv}. */
    public static Export read(Path file) {
        byte[] bytes = SafeFiles.readExisting(file);
        Export export = new Export();
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                Csv.rows(Strict.utf8(bytes)).forEach(export::add);
            } else {
                export.addPages(bytes);
            }
        } catch (MalformedException | IOException e) {
            throw new UndecidedException("The export cannot be read", e);
        }
        return export;
    }

    int size() {
        return grants.size();
    }

    /** Grants that only the server knows, and those of which it says something else than the log. */
    void compare(Map<String, GrantTerm> logged, Findings findings) {
        grants.forEach((id, fields) -> {
            GrantTerm term = logged.get(id);
            if (term == null) {
                findings.add(Code.EXPORTED_WITHOUT_ENTRY, "The grant " + id + " is on the server and not in the log");
            } else {
                fields.differences(term)
                        .forEach(difference ->
                                findings.add(Code.EXPORT_DIFFERS, term.index(), "The grant " + id + ": " + difference));
            }
        });
    }

    /** How many grants of the log are not in the export, which may be of a part only. */
    long missing(Map<String, GrantTerm> logged) {
        return logged.keySet().stream().filter(id -> !grants.containsKey(id)).count();
    }

    private void addPages(byte[] bytes) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try (JsonParser parser = mapper.createParser(bytes)) {
            while (parser.nextToken() != null) {
                addPage(mapper.readTree(parser));
            }
        }
    }

    private void addPage(JsonNode page) {
        if (!page.isArray()) {
            throw new MalformedException("A page of the export is a list of grants");
        }
        for (JsonNode grant : page) {
            if (!grant.path("id").isTextual()) {
                throw new MalformedException("A grant of the export has no id");
            }
            grants.put(grant.path("id").textValue(), GrantJson.fields(grant));
        }
    }

    private void add(Map<String, String> row) {
        String id = row.getOrDefault("id", "");
        if (id.isEmpty()) {
            throw new MalformedException("A row of the export has no id; the first line of a table names its columns");
        }
        Map<String, String> fields = new LinkedHashMap<>(row);
        fields.remove("subject");
        fields.remove("categories"); // a list has no one form in a table
        if (row.containsKey("subject.id")) {
            fields.put("subject", row.get("subject.id"));
        }
        grants.put(id, new GrantFields(fields));
    }
}
