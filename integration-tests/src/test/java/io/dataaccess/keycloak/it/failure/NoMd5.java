/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java machine as it is on hosts in FIPS mode: the first security provider to be asked, and whoever asks it for MD5 gets
 * an error instead of the next one's. Public, and alone in its class file, so that another machine can load it.
 */
public final class NoMd5 extends Provider {

    private static final long serialVersionUID = 1L;

    /** Called by the other machine. */
    public NoMd5() {
        super("NoMd5", "1", "Refuses MD5");
    }

    @Override
    public synchronized Service getService(String type, String algorithm) {
        if (algorithm.equalsIgnoreCase("MD5") && !isForLiquibase()) {
            throw new InternalError("There is no MD5");
        }
        return super.getService(type, algorithm);
    }

    /** Without it Keycloak itself does not start: Liquibase compares its change sets by MD5. */
    private static boolean isForLiquibase() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("liquibase.")));
    }

    /** The options of a machine without MD5; what they name is written into this folder. */
    static String[] options(Path folder) throws IOException {
        Path type = folder.resolve(NoMd5.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(type.getParent());
        try (InputStream content = NoMd5.class.getResourceAsStream("NoMd5.class")) {
            Files.copy(content, type);
        }
        List<String> providers = new ArrayList<>(List.of(NoMd5.class.getName()));
        for (Provider provider : Security.getProviders()) {
            providers.add(provider.getName());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < providers.size(); i++) {
            lines.add("security.provider." + (i + 1) + "=" + providers.get(i));
        }
        Path properties = Files.write(folder.resolve("java.security"), lines);
        return new String[] {"-Xbootclasspath/a:" + folder, "-Djava.security.properties=" + properties};
    }
}
