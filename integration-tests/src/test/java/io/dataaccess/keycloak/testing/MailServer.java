/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dataaccess.keycloak.server.Ports;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail server that may be away for a while, and comes back on the same port without what it had taken. */
public final class MailServer implements AutoCloseable {

    private final ServerSetup setup = new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private @Nullable GreenMail server;

    public void start() {
        server = new GreenMail(setup) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
                return super.createServices(config, refusing(managers));
            }
        };
        server.start();
    }

    /** From here on the server knows nobody of this username: 550. */
    public void refuse(String username) {
        refused.add(username);
    }

    /** From here on it knows everybody again. */
    public void knowEverybody() {
        refused.clear();
    }

    private Managers refusing(Managers managers) {
        SmtpManager smtp = new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
                return refused.contains(to.getUser()) ? "550 5.1.1 No such user here" : null;
            }
        };
        return new Managers() {
            @Override
            public SmtpManager getSmtpManager() {
                return smtp;
            }

            @Override
            public UserManager getUserManager() {
                return managers.getUserManager();
            }

            @Override
            public ImapHostManager getImapHostManager() {
                return managers.getImapHostManager();
            }
        };
    }

    /** Connections are refused from here on. */
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** From here on it takes mail only of those who know this password. */
    public void ask(String username, String password) {
        Objects.requireNonNull(server).setUser(username, username, password);
        Objects.requireNonNull(server).getUserManager().setAuthRequired(true);
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
