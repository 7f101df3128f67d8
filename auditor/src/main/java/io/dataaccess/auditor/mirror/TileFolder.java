/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tiles and bundles as files, at the paths by which a log serves them: a web server can serve the folder as it is. */
public final class TileFolder implements TileSource {

    private final Path folder;

    public TileFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return SafeFiles.read(folder.resolve(path.toString()));
    }

    public boolean has(TilePath path) {
        return Files.isRegularFile(folder.resolve(path.toString()));
    }

    /** Writes a tile, and drops the narrower ones in its place: they are its beginning. */
    public void write(TilePath path, byte[] bytes) {
        SafeFiles.write(folder.resolve(path.toString()), bytes);
        dropNarrower(path);
    }

    /** Moves all tiles of another folder here, and removes that folder. */
    void takeOver(TileFolder other) {
        for (Path file : other.files()) {
            TilePath path =
                    TilePath.parse(other.folder.relativize(file).toString().replace('\\', '/'));
            Path target = folder.resolve(path.toString());
            try {
                Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UndecidedException("Cannot move " + file, e);
            }
            dropNarrower(path);
        }
        other.remove();
    }

    void remove() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UndecidedException("Cannot remove " + folder, e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UndecidedException("Cannot list " + folder, e);
        }
    }

    private void dropNarrower(TilePath path) {
        Path partial = folder.resolve(path.full() + ".p");
        if (!Files.isDirectory(partial)) {
            return;
        }
        try (Stream<Path> widths = Files.list(partial)) {
            for (Path file : widths.toList()) {
                if (!path.isPartial() || width(file) < path.width()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UndecidedException("Cannot tidy " + partial, e);
        }
    }

    private static int width(Path file) {
        return Integer.parseInt(file.getFileName().toString());
    }
}
