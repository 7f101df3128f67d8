/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.tree.Hash;
import java.util.List;

/**
 * The state of a log: which log it is, how many entries it has, and the root over them (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, such as {@code id.example.com/realms/workforce/data-access/log}
 * @param size entries in the log
 * @param root root of their tree
 * @param extensions further lines; nobody audits them, and ours writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        if (isRefused(origin) || extensions.stream().anyMatch(Checkpoint::isRefused)) {
            throw new MalformedException("The lines of a checkpoint are not empty");
        }
        if (size < 0) {
            throw new MalformedException("The size of a log is not negative");
        }
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) {
        List<String> lines = Strict.lines(text);
        if (lines.size() < LINES) {
            throw new MalformedException("A checkpoint has an origin, a size and a root");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.decimal(lines.get(1)),
                Hash.fromBase64(lines.get(2)),
                lines.subList(LINES, lines.size()));
    }

    /** Whether the root can be one of a log of this size, as far as that shows: a log without entries has one root only. */
    public boolean isPossible() {
        return size > 0 || root.equals(Hash.EMPTY_TREE);
    }

    /** The text of the note that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isRefused(String line) {
        return line.isEmpty() || line.chars().anyMatch(character -> character < ' ');
    }
}
