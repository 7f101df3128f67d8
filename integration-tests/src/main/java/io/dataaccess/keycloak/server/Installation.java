/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A working copy of the distribution: Keycloak writes its build and its data into its own folder. */
record Installation(Path folder) {

    static Installation of(Path distribution, Path home) throws IOException {
        Path folder = home.resolve(distribution.getFileName());
        if (!Files.isDirectory(folder)) {
            Path unfinished = home.resolve(distribution.getFileName() + ".unfinished");
            delete(unfinished);
            copy(distribution, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Installation(folder);
    }

    Path script() {
        return folder.resolve("bin").resolve("kc.sh");
    }

    /**
     * Keycloak builds itself anew, which takes longer than its start, whenever a provider's time of change differs: a
     * jar with the same content is left alone.
     */
    void provide(List<Path> jars) throws IOException {
        Path providers = folder.resolve("providers");
        Set<String> names =
                jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        for (Path present : jarsIn(providers)) {
            if (!names.contains(present.getFileName().toString())) {
                Files.delete(present);
            }
        }
        for (Path jar : jars) {
            replaceIfChanged(jar, providers.resolve(jar.getFileName()));
        }
    }

    /** Keycloak imports what it finds here on its start, and leaves out realms that it already has. */
    void offer(List<Path> realms) throws IOException {
        Path imports = Files.createDirectories(folder.resolve("data").resolve("import"));
        for (Path realm : realms) {
            Files.copy(realm, imports.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void replaceIfChanged(Path from, Path to) throws IOException {
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestLast;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestLast = new ArrayList<>(all.toList());
        }
        for (int i = deepestLast.size() - 1; i >= 0; i--) {
            Files.delete(deepestLast.get(i));
        }
    }
}
