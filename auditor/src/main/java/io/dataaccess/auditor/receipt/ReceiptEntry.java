/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.transparency.entry.Opening;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entry of a receipt: its bytes, the openings that the reader may see, and its proof. */
final class ReceiptEntry {

    private final String entry;
    private final String proof;
    private final Map<String, Opening> openings;

    private ReceiptEntry(String entry, String proof, Map<String, Opening> openings) {
        this.entry = entry;
        this.proof = proof;
        this.openings = openings;
    }

    static ReceiptEntry of(JsonNode json) {
        String entry = text(json, "entry");
        Map<String, Opening> openings = new LinkedHashMap<>();
        json.path("openings")
                .properties()
                .forEach(opening -> openings.put(
                        opening.getKey(),
                        Opening.of(text(opening.getValue(), "salt"), text(opening.getValue(), "value"))));
        return new ReceiptEntry(entry, text(json, "proof"), openings);
    }

    byte[] bytes() {
        return Strict.utf8(entry);
    }

    String proof() {
        return proof;
    }

    /** Fields of which the opening is not the one that the entry committed to. */
    List<String> falseOpenings(Entry read) {
        return openings.entrySet().stream()
                .filter(opening -> !read.commitment(opening.getKey())
                        .equals(Optional.of(opening.getValue().commitment().base64())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the reader is told that this field is; empty when it is not told. */
    Optional<String> opened(String field) {
        return Optional.ofNullable(openings.get(field)).map(Opening::value);
    }

    int opened() {
        return openings.size();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new MalformedException("A receipt has a text " + field + " in each entry or opening");
        }
        return value.textValue();
    }
}
