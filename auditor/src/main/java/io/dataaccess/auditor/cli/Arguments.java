/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.log.WitnessPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands read of their arguments. */
final class Arguments {

    private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    private Arguments() {}

    static WitnessPolicy policy(Path file) {
        try {
            return WitnessPolicy.parse(SafeFiles.readExisting(file));
        } catch (MalformedException e) {
            throw new UndecidedException("The policy " + file + " cannot be read", e);
        }
    }

    static String secret(Path file) {
        try {
            return Strict.utf8(SafeFiles.readExisting(file)).strip();
        } catch (MalformedException e) {
            throw new UndecidedException("The token cannot be read", e);
        }
    }

    static InetSocketAddress address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            throw new UndecidedException("The address to listen at is [HOST:]PORT");
        }
        int port = Integer.parseInt(parts.group(2));
        InetSocketAddress address = parts.group(1) == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(parts.group(1), port);
        if (address.isUnresolved()) {
            throw new UndecidedException("The host to listen at is unknown");
        }
        return address;
    }
}
