/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.persistence.TestDatabase;
import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogEntryEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import io.dataaccess.transparency.tree.CompactRange;
import io.dataaccess.transparency.tree.Hash;
import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Entries get places without a gap, and a tree that was signed; what was changed in the database is never signed again. */
@ParameterizedClass
@EnumSource
final class SequencerTest {

    private static final String ORIGIN = "id.example.com/realms/workforce/data-access/log";

    private final TestDatabase database;
    private final String realmId = UUID.randomUUID().toString();
    private final KeyPair pair;
    private boolean hasKey = true;

    SequencerTest(TestDatabase database) throws NoSuchAlgorithmException {
        this.database = database;
        this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @BeforeEach
    void begin() {
        database.runInTransaction(em -> store(em).create(ORIGIN, "c2VjcmV0", Instant.EPOCH));
    }

    @Test
    void takesEntriesInTheOrderOfWritingAndSignsTheirTree() {
        write(3);
        takeAllIn();
        write(2);
        takeAllIn();

        assertThat(taken()).containsExactly("0 entry 0", "1 entry 1", "2 entry 2", "3 entry 0", "4 entry 1");
        assertThat(checkpoint().size()).isEqualTo(5);
        assertThat(checkpoint().root()).isEqualTo(rootOfRows());
        assertThat(SignedNote.parse(log().checkpoint().orElseThrow())
                        .verify(List.of(VerifierKey.of(ORIGIN, SignatureType.ED25519, pair.getPublic()))))
                .hasSize(1);
    }

    @Test
    void takesMoreThanABatchAndMoreThanATile() {
        write(2100);

        takeAllIn();

        assertThat(checkpoint().size()).isEqualTo(2100);
        assertThat(checkpoint().root()).isEqualTo(rootOfRows());
    }

    @Test
    void waitsWithoutAKey() {
        write(1);
        hasKey = false;
        takeAllIn();
        assertThat(log().size()).isZero();

        hasKey = true;
        takeAllIn();
        assertThat(log().size()).isEqualTo(1);
    }

    @Test
    void leavesOtherRealmsAlone() {
        write(1);
        database.runInTransaction(em -> new LogStore(session(em), "another").write("r", Instant.EPOCH, "{}", "{}"));

        takeAllIn();

        database.runInTransaction(em ->
                assertThat(new LogStore(session(em), "another").waiting(10)).isNotEmpty());
        database.runInTransaction(em -> em.createQuery("delete from LogEntryEntity x where x.realmId = 'another'")
                .executeUpdate());
    }

    @Test
    void stopsWhereAnEntryWasChangedAndGoesOnWhenItIsBack() {
        write(3);
        takeAllIn();
        change("update LogEntryEntity x set x.entry = 'forged' where x.realmId = :realm and x.index = 1");
        write(1);

        takeAllIn();
        assertThat(log().size()).isEqualTo(3);
        assertThat(log().stopped()).hasValueSatisfying(why -> assertThat(why).contains("Entry 1 "));

        change("update LogEntryEntity x set x.entry = 'entry 1' where x.realmId = :realm and x.index = 1");
        takeAllIn();
        assertThat(log().size()).isEqualTo(4);
        assertThat(log().stopped()).isEmpty();
    }

    /** Far from the newest entries, which are looked at each time. */
    @Test
    void stopsInTheEndWhereAnOldEntryWasChanged() {
        write(3000);
        takeAllIn();
        change("update LogEntryEntity x set x.entry = 'forged' where x.realmId = :realm and x.index = 1500");
        growUntilStopped();
        assertThat(log().stopped()).hasValueSatisfying(why -> assertThat(why).contains("Entry 1500 "));
        long size = log().size();

        takeAllIn();
        assertThat(log().size()).isEqualTo(size);

        change("update LogEntryEntity x set x.entry = 'entry 1500' where x.realmId = :realm and x.index = 1500");
        takeAllIn();
        assertThat(log().size()).isGreaterThan(size);
        assertThat(log().stopped()).isEmpty();
    }

    private void growUntilStopped() {
        for (int i = 0; log().stopped().isEmpty() && i < 4; i++) {
            write(1);
            takeAllIn();
        }
    }

    @Test
    void stopsWhereAnEntryWasRemoved() {
        write(3);
        takeAllIn();
        change("delete from LogEntryEntity x where x.realmId = :realm and x.index = 1");
        write(1);

        takeAllIn();

        assertThat(log().size()).isEqualTo(3);
        assertThat(log().stopped()).isPresent();
    }

    @Test
    void stopsWhereTheLastEntryWasRemoved() {
        write(3);
        takeAllIn();
        change("delete from LogEntryEntity x where x.realmId = :realm and x.index = 2");
        write(1);

        takeAllIn();

        assertThat(log().stopped()).isPresent();
    }

    @Test
    void stopsWhereATileWasChanged() {
        write(3);
        takeAllIn();
        String zeros = Base64.getEncoder().encodeToString(new byte[3 * Hash.LENGTH]);
        change("update LogTileEntity x set x.hashes = '" + zeros + "' where x.key.realmId = :realm");
        write(1);

        takeAllIn();

        assertThat(log().size()).isEqualTo(3);
        assertThat(log().stopped()).hasValueSatisfying(why -> assertThat(why).contains("tiles"));
    }

    @Test
    void stopsWhereATileIsNoLongerOne() {
        write(3);
        takeAllIn();
        change("update LogTileEntity x set x.hashes = '!' where x.key.realmId = :realm");
        write(1);

        takeAllIn();

        assertThat(log().size()).isEqualTo(3);
        assertThat(log().stopped()).isPresent();
    }

    /** As on two nodes, while others write. */
    @Test
    void leavesNoGapWhenTwoDoItAtOnce() throws ExecutionException, InterruptedException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> work = List.of(
                    threads.submit(() -> IntStream.range(0, 60).forEach(i -> write(2))),
                    threads.submit(() -> IntStream.range(0, 40).forEach(i -> takeIn())),
                    threads.submit(() -> IntStream.range(0, 40).forEach(i -> takeIn())));
            for (Future<?> one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        takeAllIn();

        List<Long> places = database.inTransaction(em ->
                store(em).between(0, 1000).stream().map(LogEntryEntity::index).toList());
        assertThat(places)
                .containsExactlyElementsOf(LongStream.range(0, 120).boxed().toList());
        assertThat(checkpoint().root()).isEqualTo(rootOfRows());
    }

    private void write(int count) {
        database.runInTransaction(em -> IntStream.range(0, count)
                .forEach(i -> store(em).write("record", Instant.ofEpochMilli(i), "entry " + i, "{}")));
    }

    private boolean takeIn() {
        return database.inTransaction(em -> new Sequencer(session(em), realm(), Clock.systemUTC()).takeIn());
    }

    private void takeAllIn() {
        boolean more = true;
        for (int i = 0; more && i < 10; i++) {
            more = takeIn();
        }
    }

    private void change(String statement) {
        database.runInTransaction(
                em -> em.createQuery(statement).setParameter("realm", realmId).executeUpdate());
    }

    private List<String> taken() {
        return database.inTransaction(em -> store(em).between(0, 1000).stream()
                .map(entry -> entry.index() + " " + entry.entry())
                .toList());
    }

    private LogEntity log() {
        return database.inTransaction(em -> store(em).find().orElseThrow());
    }

    private Checkpoint checkpoint() {
        return Checkpoint.parse(
                SignedNote.parse(log().checkpoint().orElseThrow()).text());
    }

    /** Computed from the entries alone. */
    private Hash rootOfRows() {
        List<Hash> leaves = database.inTransaction(em -> store(em).between(0, 10_000).stream()
                .map(entry -> Hash.leaf(entry.entry().getBytes(UTF_8)))
                .toList());
        return CompactRange.EMPTY.appendAll(leaves).root();
    }

    private LogStore store(EntityManager em) {
        return new LogStore(session(em), realmId);
    }

    private RealmModel realm() {
        RealmModel realm = mock(RealmModel.class);
        when(realm.getId()).thenReturn(realmId);
        when(realm.getName()).thenReturn("workforce");
        return realm;
    }

    private KeycloakSession session(EntityManager em) {
        JpaConnectionProvider connection = mock(JpaConnectionProvider.class);
        when(connection.getEntityManager()).thenReturn(em);
        KeyManager keys = mock(KeyManager.class);
        when(keys.getKeysStream(any(), eq(KeyUse.SIG), eq(Algorithm.EdDSA)))
                .thenAnswer(call -> hasKey ? Stream.of(key()) : Stream.empty());
        KeycloakSession session = mock(KeycloakSession.class);
        when(session.getProvider(JpaConnectionProvider.class)).thenReturn(connection);
        when(session.keys()).thenReturn(keys);
        return session;
    }

    private KeyWrapper key() {
        KeyWrapper key = new KeyWrapper();
        key.setStatus(KeyStatus.ACTIVE);
        key.setCurve("Ed25519");
        key.setPrivateKey(pair.getPrivate());
        key.setPublicKey(pair.getPublic());
        return key;
    }
}
