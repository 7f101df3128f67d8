/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.receipt;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.Vocabulary;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.rules.GrantTerm;
import io.dataaccess.auditor.rules.Replay;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.WitnessPolicy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whether a receipt shows that its grant was approved as the rules want it. */
public final class ReceiptCheck {

    private final WitnessPolicy policy;
    private final Findings findings = new Findings();
    private final Vocabulary vocabulary = new Vocabulary();

    public ReceiptCheck(WitnessPolicy policy) {
        this.policy = policy;
    }

    public Report check(byte[] json) {
        Map<String, Object> facts = new LinkedHashMap<>();
        try {
            Receipt receipt = Receipt.parse(json);
            facts.put("grant", receipt.grantId());
            check(receipt, facts);
        } catch (MalformedException e) {
            findings.add(Code.RECEIPT_MALFORMED, String.valueOf(e.getMessage()));
        }
        facts.put("notUnderstood", vocabulary.unknown());
        return Report.of(findings, facts);
    }

    private void check(Receipt receipt, Map<String, Object> facts) {
        ProofCheck proofs = new ProofCheck(policy, findings);
        List<Entry> entries = receipt.entries().stream()
                .flatMap(one -> proofs.proven(one).stream())
                .sorted(Comparator.comparingLong(Entry::index))
                .toList();
        entries.forEach(vocabulary::count);
        Replay replay = new Replay(findings);
        entries.forEach(replay::accept);
        replay.finish();

        facts.put("log", proofs.origin());
        facts.put("entries", receipt.entries().size());
        facts.put(
                "openings",
                receipt.entries().stream().mapToInt(ReceiptEntry::opened).sum());
        GrantTerm grant = replay.grants().get(receipt.grantId());
        if (grant == null) {
            findings.add(Code.GRANT_MISSING, "No entry of the receipt gives the grant " + receipt.grantId());
            return;
        }
        Set<String> records = Set.of(receipt.grantId(), grant.request());
        entries.stream()
                .filter(entry -> vocabulary.knows(entry.kind()) && !records.contains(entry.id()))
                .forEach(entry -> findings.add(Code.FOREIGN_ENTRY, entry.index(), "The entry is about something else"));
        receipt.differences(grant).forEach(difference -> findings.add(Code.GRANT_DIFFERS, grant.index(), difference));
        facts.put("request", grant.request());
        facts.put("from", grant.from().toString());
        facts.put("until", grant.end().orElse(grant.until()).toString());
    }
}
