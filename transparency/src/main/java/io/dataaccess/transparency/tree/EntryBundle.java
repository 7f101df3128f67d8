/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Consecutive entries, each after its length in two bytes, the higher one first (C2SP tlog-tiles, log entries). */
public final class EntryBundle {

    /** The longest entry, in bytes. */
    public static final int MAX_ENTRY = 0xFFFF;

    private EntryBundle() {}

    /** Writes 1 to 256 entries. */
    public static byte[] encode(List<byte[]> entries) {
        checkCount(entries.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new MalformedException("An entry has at most 65535 bytes");
            }
            bytes.write(entry.length >> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** Reads exactly so many entries. */
    public static List<byte[]> decode(byte[] bundle, int width) {
        checkCount(width);
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new MalformedException("The last entry of a bundle is cut off");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining() || entries.size() != width) {
            throw new MalformedException("A bundle has as many entries as its path says, and nothing else");
        }
        return List.copyOf(entries);
    }

    private static void checkCount(int count) {
        if (count < 1 || count > TilePath.FULL) {
            throw new MalformedException("A bundle has 1 to 256 entries");
        }
    }
}
