/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.check;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.entry.Vocabulary;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.auditor.mirror.MirrorFolder;
import io.dataaccess.auditor.rules.GrantTerm;
import io.dataaccess.auditor.rules.Replay;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.VerificationException;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.CompactRange;
import io.dataaccess.transparency.tree.EntryBundle;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays the entries of a mirrored log against the rules, without a network. */
public final class FolderCheck {

    private final MirrorFolder folder;
    private final Findings findings = new Findings();
    private final Vocabulary vocabulary = new Vocabulary();

    public FolderCheck(MirrorFolder folder) {
        this.folder = folder;
    }

    /**
     * Checks the folder.
     *
     * @param policy instead of the one that the mirror keeps
     * @param export what the server says of its grants
     */
    public Report check(Optional<WitnessPolicy> policy, Optional<Export> export) {
        Map<String, Object> facts = new LinkedHashMap<>();
        SignedNote note = folder.checkpoint()
                .orElseThrow(() -> new UndecidedException("There is no checkpoint: nothing was mirrored here"));
        try {
            Checkpoint checkpoint =
                    policy.orElseGet(() -> folder.policy(Optional.empty())).verify(note);
            facts.put("log", checkpoint.origin());
            facts.put("entries", checkpoint.size());
            Map<String, GrantTerm> grants = replay(checkpoint);
            facts.put("grants", grants.size());
            export.ifPresent(exported -> {
                exported.compare(grants, findings);
                facts.put("exported", exported.size());
                facts.put("notExported", exported.missing(grants));
            });
        } catch (VerificationException e) {
            findings.add(Code.of(e.reason()), String.valueOf(e.getMessage()));
        }
        facts.put("notUnderstood", vocabulary.unknown());
        return Report.of(findings, facts);
    }

    private Map<String, GrantTerm> replay(Checkpoint checkpoint) {
        Replay replay = new Replay(findings);
        CompactRange edge = CompactRange.EMPTY;
        while (edge.size() < checkpoint.size()) {
            List<byte[]> entries = bundle(edge.size(), checkpoint.size());
            List<Hash> leaves = new ArrayList<>();
            for (byte[] bytes : entries) {
                read(edge.size() + leaves.size(), bytes).ifPresent(replay::accept);
                leaves.add(Hash.leaf(bytes));
            }
            compare(leaves, edge.size(), checkpoint.size());
            edge = edge.appendAll(leaves);
        }
        if (!edge.root().equals(checkpoint.root())) {
            findings.add(Code.REWRITTEN, "The entries kept here do not give the root that was signed");
        }
        replay.finish();
        return replay.grants();
    }

    private Optional<Entry> read(long index, byte[] bytes) {
        try {
            Entry entry = Entry.parse(index, bytes);
            vocabulary.count(entry);
            return Optional.of(entry);
        } catch (MalformedEntryException e) {
            findings.add(e.code(), index, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<byte[]> bundle(long start, long size) {
        int width = (int) Math.min(TilePath.FULL, size - start);
        TilePath path = TilePath.entries(start / TilePath.FULL, width);
        byte[] bytes = folder.tiles()
                .read(path)
                .orElseThrow(() -> new UndecidedException(path + " is not there: mirror with --token first"));
        try {
            return EntryBundle.decode(bytes, width);
        } catch (MalformedException e) {
            throw new UndecidedException(path + " cannot be read", e);
        }
    }

    /** The tiles say which entry it is, should the entries not give the root. */
    private void compare(List<Hash> leaves, long start, long size) {
        TileTree tree = new TileTree(folder.tiles(), size);
        for (int i = 0; i < leaves.size(); i++) {
            if (!tree.leaf(start + i).equals(leaves.get(i))) {
                findings.add(Code.ENTRY_DIFFERS, start + i, "The entry kept here is not the one that was logged");
            }
        }
    }
}
