/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a tile of hashes or of a bundle of entries below a log's prefix, as C2SP tlog-tiles writes it: the level 1
 * tile 1234067 with 17 of its 256 hashes is {@code tile/1/x001/x234/067.p/17}.
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param index which tile of its level, from the left
 * @param width hashes or entries in it: 1 to 256; a tile with fewer than 256 is partial
 */
public record TilePath(int level, long index, int width) {

    /** Stands for a level in the path of a bundle of entries. */
    public static final int ENTRIES = -1;

    /** Hashes or entries in a full tile. */
    public static final int FULL = 256;

    private static final int HIGHEST = 63;
    private static final long INDEXES = 1_000_000_000_000_000_000L;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:[.]p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST) {
            throw new MalformedException("The level of a tile is 0 to 63");
        }
        if (index < 0 || index >= INDEXES) {
            throw new MalformedException("The index of a tile has at most 18 digits");
        }
        if (width < 1 || width > FULL) {
            throw new MalformedException("A tile has 1 to 256 hashes");
        }
    }

    /** A full or partial tile of hashes. */
    public static TilePath hashes(int level, long index, int width) {
        if (level == ENTRIES) {
            throw new MalformedException("The level of a tile is 0 to 63");
        }
        return new TilePath(level, index, width);
    }

    /** A full or partial bundle of entries. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** Reads what {@link #toString} writes, and nothing else. */
    public static TilePath parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedException("A tile is tile/<level>/<index>, with .p/<width> when it is partial");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : (int) Strict.decimal(parts.group(1));
        long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        int width = parts.group(3) == null ? FULL : (int) Strict.decimal(parts.group(3));
        TilePath read = new TilePath(level, index, width);
        if (!read.toString().equals(path)) {
            throw new MalformedException("A tile has one path only");
        }
        return read;
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isPartial() {
        return width < FULL;
    }

    /** The full tile in the same place. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, isEntries() ? "tile/entries/" : "tile/" + level + "/");
        return isPartial() ? path.append(".p/").append(width).toString() : path.toString();
    }
}
