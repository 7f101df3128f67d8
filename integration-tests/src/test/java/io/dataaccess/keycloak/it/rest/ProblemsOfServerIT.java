/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo realm on a server with dangerous features; without them it has none of these: {@link ProblemsIT}. */
final class ProblemsOfServerIT {

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    @Test
    void findsFeaturesWhenTheyAreOn() {
        List<String> ofServer = List.of(
                "ERROR feature_without_gate at feature authzen:v1",
                "WARNING feature_dangerous at feature admin-fine-grained-authz:v1",
                "WARNING feature_dangerous at feature parameterized-scopes:v1",
                "WARNING feature_dangerous at feature token-exchange:v1",
                "WARNING feature_dangerous at feature transient-users:v1");

        assertThat(new Findings(realm).now())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Findings.OF_DEMO.stream(), ofServer.stream())
                        .toList());
    }
}
