/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dataaccess.keycloak.server.Ports;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail server that may be away for a while, and comes back on the same port without what it had taken. */
public final class MailServer implements AutoCloseable {

    private final ServerSetup setup = new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private @Nullable GreenMail server;

    public void start() {
        server = new GreenMail(setup);
        server.start();
    }

    /** Connections are refused from here on. */
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** As it stands in a realm. */
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", String.valueOf(setup.getPort()), "from", "keycloak@clips.example");
    }

    /** What came so far, and forgets it. */
    public List<Mail> take() {
        if (server == null) {
            return List.of();
        }
        List<Mail> mails = Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
        server.reset();
        return mails;
    }

    @Override
    public void close() {
        stop();
    }
}
