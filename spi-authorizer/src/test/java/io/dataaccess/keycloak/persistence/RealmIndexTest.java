/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.request.AccessRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which names of scopes have records, asked of a real database. */
@ParameterizedClass
@EnumSource
final class RealmIndexTest {

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    RealmIndexTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsNameWhenARequestHasIt() {
        AccessRequest request = pending();
        String name = request.access().scope().name();
        database.runInTransaction(em -> new JpaRequestStore(em, realm).add(request));

        database.runInTransaction(em -> assertThat(new JpaRealmIndex(em, realm).recordedScopes(Set.of(name, "email")))
                .containsExactly(name));
    }

    @Test
    void findsNothingWhenTheRecordIsOfAnotherRealmOrNobodyAsks() {
        AccessRequest request = pending();
        database.runInTransaction(em -> new JpaRequestStore(em, realm).add(request));

        database.runInTransaction(em -> {
            String name = request.access().scope().name();
            assertThat(new JpaRealmIndex(em, UUID.randomUUID().toString()).recordedScopes(Set.of(name)))
                    .isEmpty();
            assertThat(new JpaRealmIndex(em, realm).recordedScopes(Set.of())).isEmpty();
        });
    }

    @Test
    void findsNameWhenThereAreManyScopes() {
        AccessRequest request = pending();
        String name = request.access().scope().name();
        database.runInTransaction(em -> new JpaRequestStore(em, realm).add(request));
        Set<String> many = IntStream.range(0, 1500).mapToObj(i -> "a-" + i).collect(Collectors.toSet());
        many.add(name);

        database.runInTransaction(em ->
                assertThat(new JpaRealmIndex(em, realm).recordedScopes(many)).containsExactly(name));
    }
}
