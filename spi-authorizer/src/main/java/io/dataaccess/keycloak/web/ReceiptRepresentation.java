/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.log.ProvenEntry;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What proves how an access grant was approved, to somebody who trusts the log's key and its witnesses, and nobody else.
 *
 * @param entries all that the log holds of the grant and of its request, in order
 */
@Schema(name = "Receipt")
public record ReceiptRepresentation(GrantRepresentation grant, List<Entry> entries) {

    private static final int SECONDS_UNTIL_SEQUENCED = 1;

    /**
     * An entry.
     *
     * @param entry canonical JSON (RFC 8785), exactly the text whose bytes are hashed
     * @param openings by field: what opens the hashes in the entry, as far as the caller may see
     * @param proof C2SP tlog-proof
     */
    @Schema(name = "ReceiptEntry")
    public record Entry(String entry, Map<String, Opening> openings, String proof) {}

    /**
     * Salt and value of a hash {@code SHA-256(salt || value)}.
     *
     * @param salt base64
     */
    @Schema(name = "Opening")
    public record Opening(String salt, String value) {}

    /**
     * The answer to who asks for it.
     *
     * @param entries empty while one of them is not in the log; without any when the grant is older than the log
     */
    public static Response answer(GrantRepresentation grant, Optional<List<ProvenEntry>> entries) {
        if (entries.isEmpty()) {
            return ErrorResponses.with(202, Map.of("id", grant.id()))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_SEQUENCED)
                    .build();
        }
        List<Entry> proven =
                entries.get().stream().map(ReceiptRepresentation::of).toList();
        if (proven.isEmpty()) {
            throw InvalidCallException.notFound();
        }
        return ErrorResponses.ok(new ReceiptRepresentation(grant, proven));
    }

    private static Entry of(ProvenEntry entry) {
        Map<String, Opening> openings = new TreeMap<>();
        entry.openings().forEach((field, one) -> openings.put(field, new Opening(one.salt(), one.value())));
        return new Entry(entry.entry(), openings, entry.proof());
    }
}
