/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataaccess.auditor.rules.GrantJson;
import io.dataaccess.auditor.rules.GrantTerm;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code GET grants/{id}/receipt} answers. Its grant is for the reader's eye: what counts is in the entries, and both must agree.
 */
final class Receipt {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String SUBJECT = "subject";

    private final JsonNode grant;
    private final List<ReceiptEntry> entries;

    private Receipt(JsonNode grant, List<ReceiptEntry> entries) {
        this.grant = grant;
        this.entries = List.copyOf(entries);
    }

    static Receipt parse(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(Strict.utf8(json));
        } catch (JsonProcessingException e) {
            throw new MalformedException("A receipt is JSON without duplicate members", e);
        }
        if (!root.path("entries").isArray()) {
            throw new MalformedException("A receipt has a list of entries");
        }
        List<ReceiptEntry> entries = new ArrayList<>();
        root.path("entries").forEach(entry -> entries.add(ReceiptEntry.of(entry)));
        Receipt receipt = new Receipt(root.path("grant"), entries);
        if (receipt.grantId().isEmpty()) {
            throw new MalformedException("A receipt names its grant");
        }
        return receipt;
    }

    /** The grant may be there whole, or as its id. */
    String grantId() {
        return grant.isTextual() ? grant.textValue() : grant.path("id").asText();
    }

    List<ReceiptEntry> entries() {
        return entries;
    }

    /** What the receipt says of its grant otherwise than the log. */
    List<String> differences(GrantTerm logged) {
        List<String> differences = new ArrayList<>(GrantJson.fields(grant).differences(logged));
        JsonNode subject = grant.path("subject").path("id");
        entries.stream()
                .flatMap(entry -> entry.opened(SUBJECT).stream())
                .filter(opened -> subject.isTextual() && !subject.textValue().equals(opened))
                .findFirst()
                .ifPresent(opened -> differences.add(
                        "Its subject is said to be " + subject.textValue() + ", and another person is in the log"));
        differs("clientId", grant.path("clientId").asText(), "clientName").ifPresent(differences::add);
        differs("scope", grant.path("scope").asText(), "scopeName").ifPresent(differences::add);
        differs("subject", subjectName(), "subjectName").ifPresent(differences::add);
        return differences;
    }

    /** A name that the receipt says and does not open, or does not say, is not compared. */
    private Optional<String> differs(String field, String said, String opening) {
        return entries.stream()
                .flatMap(entry -> entry.opened(opening).stream())
                .filter(opened -> !said.isEmpty() && !said.equals(opened))
                .findFirst()
                .map(opened -> "Its " + field + " is said to be " + said + ", in the log it is " + opened);
    }

    /** The name of the subject in the form in which the server logs it: {@code Lin Zhou (lin)}, or the username alone. */
    private String subjectName() {
        String username = grant.path(SUBJECT).path("username").asText();
        String name = grant.path(SUBJECT).path("name").asText();
        return name.isEmpty() || username.isEmpty() ? username : name + " (" + username + ")";
    }
}
