/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ClassificationIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void listsAllWhenAsked() {
        var classification = realm.adminRestOf("avery").get("classification").body();

        assertThat(classification.path("categories").findValuesAsText("key"))
                .containsExactly(
                        "eu.user.contact",
                        "us.user.contact",
                        "us.user.content.private",
                        "us.user.content.public",
                        "us.user.location.precise");
        assertThat(classification.path("policies").findValuesAsText("name"))
                .containsExactly("eu-confidential", "us-confidential", "us-public", "us-restricted");
        assertThat(classification.path("scopes").findValuesAsText("name"))
                .containsExactly("eu-contact", "us-contact", "us-private", "us-public");
    }
}
