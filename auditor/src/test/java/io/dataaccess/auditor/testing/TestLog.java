/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.transparency.entry.CanonicalJson;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import io.dataaccess.transparency.tree.CompactRange;
import io.dataaccess.transparency.tree.EntryBundle;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileTree;
import io.dataaccess.transparency.tree.TreeExtension;
import io.dataaccess.transparency.tree.TreeGrowth;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log as the server would keep it, whose owner may change whatever is not signed by somebody else. */
public final class TestLog {

    public static final String ORIGIN = "id.example.com/realms/workforce/data-access/log";

    public final NoteSigner signer = signer(ORIGIN, SignatureType.ED25519);
    public final NoteSigner witness = signer("witness.example.com", SignatureType.COSIGNATURE_V1);

    /** Entries, for whoever forges the past. */
    public final List<byte[]> entries = new ArrayList<>();

    /** What is served, by path. */
    public final Map<String, byte[]> files = new HashMap<>();

    public static NoteSigner signer(String name, SignatureType type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who trusts this log, seen by its witness. */
    public String policy() {
        return "log " + signer.key() + "\nwitness W " + witness.key() + "\nquorum W\n";
    }

    public TestLog add(List<ObjectNode> more) {
        more.forEach(entry -> entries.add(CanonicalJson.of(entry.toString())));
        return this;
    }

    /** So many entries that say little. */
    public TestLog addNoise(int count) {
        for (int i = 0; i < count; i++) {
            add(List.of(Story.noise(entries.size())));
        }
        return this;
    }

    /** Signs, and serves what is there now, tiles computed anew. */
    public TestLog publish(Instant now) {
        files.clear();
        List<Hash> leaves = entries.stream().map(Hash::leaf).toList();
        TreeExtension tree = TreeGrowth.extend(this::tile, CompactRange.EMPTY, leaves);
        tree.tiles().forEach(tile -> files.put(tile.path().toString(), tile.bytes()));
        for (int start = 0; start < entries.size(); start += TilePath.FULL) {
            List<byte[]> bundle = entries.subList(start, Math.min(start + TilePath.FULL, entries.size()));
            TilePath path = TilePath.entries(start / TilePath.FULL, bundle.size());
            files.put(path.toString(), EntryBundle.encode(bundle));
        }
        sign(new Checkpoint(ORIGIN, tree.size(), tree.root()), now);
        return this;
    }

    /** Signs this state, whatever is served beside it. */
    public void sign(Checkpoint checkpoint, Instant now) {
        SignedNote note =
                SignedNote.sign(checkpoint.text(), signer).with(List.of(witness.cosign(checkpoint.text(), now)));
        files.put("checkpoint", note.toString().getBytes(UTF_8));
    }

    public SignedNote checkpoint() {
        return SignedNote.parse(Optional.ofNullable(files.get("checkpoint")).orElseThrow());
    }

    public LogProof proof(long index) {
        TileTree tree = new TileTree(this::tile, entries.size());
        return new LogProof(index, tree.inclusionProof(index), checkpoint());
    }

    public Optional<byte[]> tile(TilePath path) {
        return Optional.ofNullable(files.get(path.toString()));
    }
}
