/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.transparency.log.AddCheckpoint;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.NoteSignature;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.TileTree;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clauses of C2SP tlog-witness, add-checkpoint, in their order; over HTTP. */
class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String NAME = "witness.example.com";

    @TempDir
    private Path folder = Path.of("");

    private final TestLog log = new TestLog().addNoise(5).publish(NOW);
    private Optional<WitnessState> state = Optional.empty();
    private Optional<WitnessServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(WitnessServer::close);
        state.ifPresent(WitnessState::close);
    }

    @Nested
    class GoodCheckpoints {

        @Test
        void areCosigned() throws Exception {
            HttpResponse<String> answer = add(0, List.of(), log.checkpoint());
            assertThat(answer.statusCode()).isEqualTo(200);
            NoteSignature cosignature = NoteSignature.parse(answer.body().stripTrailing());
            assertThat(answer.body()).isEqualTo(cosignature.line() + "\n");
            assertThat(cosignature.cosignedAt()).isEqualTo(NOW);
            assertThat(log.checkpoint().with(List.of(cosignature)).verify(List.of(state().key())))
                    .containsOnlyKeys(state().key());
        }

        @Test
        void areCosignedWhenTheyGoOn() throws Exception {
            add(0, List.of(), log.checkpoint());
            log.addNoise(300).publish(NOW);
            assertThat(add(5, proof(5), log.checkpoint()).statusCode()).isEqualTo(200);
            assertThat(add(305, List.of(), log.checkpoint()).statusCode()).isEqualTo(200);
        }

        @Test
        void areServedToMonitorsWithBothSignatures() throws Exception {
            String path = "/"
                    + HexFormat.of()
                            .formatHex(
                                    Hash.sha256(TestLog.ORIGIN.getBytes(UTF_8)).bytes()) + "/checkpoint";
            assertThat(get(path).statusCode()).isEqualTo(404);
            add(0, List.of(), log.checkpoint());
            SignedNote served = SignedNote.parse(get(path).body());
            assertThat(served.verify(List.of(log.signer.key(), state().key()))).hasSize(2);
            assertThat(served.signatures()).hasSize(2);
            assertThat(get("/checkpoint").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Refused {

        @Test
        void with400WhenTheyCannotBeReadOrGoBack() throws Exception {
            assertThat(post("old 0\n").statusCode()).isEqualTo(400);
            assertThat(post("x".repeat(300_000)).statusCode()).isEqualTo(400);
            assertThat(add(6, List.of(), log.checkpoint()).statusCode()).isEqualTo(400);
        }

        @Test
        void with404WhenTheLogIsUnknown() throws Exception {
            Checkpoint other = new Checkpoint("another.example", 1, Hash.leaf(new byte[0]));
            assertThat(add(0, List.of(), SignedNote.sign(other.text(), log.signer))
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void with403WhenNoKnownKeySignedOrOneSignedFalsely() throws Exception {
            String text = log.checkpoint().text();
            SignedNote foreign = SignedNote.sign(text, TestLog.signer(TestLog.ORIGIN, SignatureType.ED25519));
            assertThat(add(0, List.of(), foreign).statusCode()).isEqualTo(403);
            SignedNote falsely = new SignedNote(text, List.of(log.signer.sign("another text\n")));
            assertThat(add(0, List.of(), falsely).statusCode()).isEqualTo(403);
            assertThat(add(0, List.of(), foreign.with(List.of(log.signer.sign(text))))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void with409WhenTheOldSizeIsNotTheLastOne() throws Exception {
            add(0, List.of(), log.checkpoint());
            log.addNoise(5).publish(NOW);
            HttpResponse<String> answer = add(4, proof(4), log.checkpoint());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("5\n");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(add(0, List.of(), log.checkpoint()).body()).isEqualTo("5\n");
            assertThat(add(5, proof(5), log.checkpoint()).statusCode()).isEqualTo(200);
        }

        @Test
        void with422WhenAnEmptyLogHasARoot() throws Exception {
            Checkpoint empty = new Checkpoint(TestLog.ORIGIN, 0, Hash.leaf(new byte[0]));
            assertThat(add(0, List.of(), SignedNote.sign(empty.text(), log.signer))
                            .statusCode())
                    .isEqualTo(422);
        }

        @Test
        void with422WhenTheFirstHasAProof() throws Exception {
            assertThat(add(0, List.of(Hash.EMPTY_TREE), log.checkpoint()).statusCode())
                    .isEqualTo(422);
        }

        @Test
        void with422WhenThePastIsAnother() throws Exception {
            add(0, List.of(), log.checkpoint());
            log.entries.set(2, "{}".getBytes(UTF_8));
            log.addNoise(5).publish(NOW);
            assertThat(add(5, proof(5), log.checkpoint()).statusCode()).isEqualTo(422);
        }

        @Test
        void with422WhenTheLogForked() throws Exception {
            add(0, List.of(), log.checkpoint());
            log.entries.set(2, "{}".getBytes(UTF_8));
            log.publish(NOW);
            assertThat(add(5, List.of(), log.checkpoint()).statusCode()).isEqualTo(422);
        }

        @Test
        void withoutAnAnswerForOtherPathsAndMethods() throws Exception {
            assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(get("/").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class State {

        @Test
        void outlivesARestart() throws Exception {
            add(0, List.of(), log.checkpoint());
            String key = state().key().toString();
            stop();
            state = Optional.of(WitnessState.open(folder.resolve("witness.json"), Optional.empty()));
            server = Optional.empty();
            assertThat(state().key()).hasToString(key);
            log.entries.set(2, "{}".getBytes(UTF_8));
            log.publish(NOW);
            assertThat(add(0, List.of(), log.checkpoint()).statusCode()).isEqualTo(409);
            assertThat(add(5, List.of(), log.checkpoint()).statusCode()).isEqualTo(422);
        }
    }

    private WitnessState state() {
        if (state.isEmpty()) {
            state = Optional.of(WitnessState.open(folder.resolve("witness.json"), Optional.of(NAME)));
        }
        return state.orElseThrow();
    }

    private List<Hash> proof(long old) {
        return new TileTree(log::tile, log.entries.size()).consistencyProof(old);
    }

    private HttpResponse<String> add(long old, List<Hash> proof, SignedNote note) throws Exception {
        return post(new AddCheckpoint(old, proof, note).toString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(address("/add-checkpoint")).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        if (server.isEmpty()) {
            Witness witness = new Witness(
                    WitnessPolicy.parse("log " + log.signer.key() + "\nquorum none\n")
                            .logs(),
                    state(),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            server =
                    Optional.of(new WitnessServer(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }
        return URI.create("http://localhost:" + server.orElseThrow().address().getPort() + path);
    }
}
