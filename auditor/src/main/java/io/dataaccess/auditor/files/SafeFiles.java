/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.files;

import io.dataaccess.auditor.finding.UndecidedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files that are there whole or not at all, also after a crash. */
public final class SafeFiles {

    private SafeFiles() {}

    /** The content, or empty when there is no such file. */
    public static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UndecidedException("Cannot read " + file, e);
        }
    }

    /** The content of a file that must be there. */
    public static byte[] readExisting(Path file) {
        return read(file).orElseThrow(() -> new UndecidedException("There is no file " + file));
    }

    /** Writes beside the file, to the disk, and then in its place. */
    public static void write(Path file, byte[] content) {
        write(file, content, new FileAttribute<?>[0]);
    }

    /** Writes a file that only its owner may read, and does not return before its place in the folder is on the disk as well. */
    public static void writeSecret(Path file, byte[] content) {
        Path folder = folder(file);
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            write(file, content);
            return;
        }
        write(file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UndecidedException("Cannot write " + file, e);
        }
    }

    private static void write(Path file, byte[] content, FileAttribute<?>... attributes) {
        Path folder = folder(file);
        Path beside = folder.resolve(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(beside);
            try (FileChannel channel = FileChannel.open(
                    beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UndecidedException("The file system of " + file + " replaces no files at once", e);
        } catch (IOException e) {
            throw new UndecidedException("Cannot write " + file, e);
        }
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    /** Keeps other processes away until it is closed. */
    public static FileChannel lock(Path file) {
        try {
            Files.createDirectories(folder(file));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new UndecidedException(file + " is locked: another process works there");
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw new UndecidedException(file + " is locked: this process works there already", e);
        } catch (IOException e) {
            throw new UndecidedException("Cannot lock " + file, e);
        }
    }
}
