/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.auditor.testing.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A log of 700 entries that is served, and a mirror of it. */
final class Following implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    static final int SIZE = 700;

    final TestLog log = new TestLog().addNoise(SIZE).publish(NOW);
    private final TestServer server = new TestServer(log);
    private final Supplier<Path> folder;

    Following(Supplier<Path> folder) {
        this.folder = folder;
    }

    URI address() {
        return server.address();
    }

    List<String> asked() {
        return server.asked();
    }

    Report follow() {
        return follow(NOW, Optional.of(TestServer.TOKEN), run(Optional.empty(), false));
    }

    Report all() {
        return follow(NOW, Optional.of(TestServer.TOKEN), run(Optional.empty(), true));
    }

    Report followAt(Instant now, Duration maxAge) {
        return follow(now, Optional.of(TestServer.TOKEN), run(Optional.of(maxAge), false));
    }

    Report follow(Instant now, Optional<String> token, Mirror.Run run) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Mirror(new LogServer(address(), token), new MirrorFolder(folder.get()), clock).follow(run);
    }

    Mirror.Run run(Optional<Duration> maxAge, boolean everything) {
        return new Mirror.Run(Optional.of(log.policy().getBytes(UTF_8)), maxAge, true, everything);
    }

    /** The log signs its forgery, and nothing else is wrong. */
    void found(Code code, long index) {
        log.publish(NOW);
        found(follow(), code, OptionalLong.of(index));
    }

    static void found(Report report, Code code, OptionalLong index) {
        assertThat(report.findings()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.index()).isEqualTo(index);
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
