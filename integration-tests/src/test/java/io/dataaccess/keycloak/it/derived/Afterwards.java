/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A world with credentials of every kind, before and after its approvals ended. */
final class Afterwards {

    final World world;
    private final Map<Kind, Credential> credentials = new EnumMap<>(Kind.class);
    final Credential ofNeighbour;
    final Credential elsewhere;

    private Afterwards(World world) {
        this.world = world;
        for (Kind kind : Kind.values()) {
            credentials.put(kind, kind.issue(world));
        }
        ofNeighbour = Credential.of(
                world.applications.app(),
                world.tokens().password(world.applications.app(), world.neighbour(), world.asked()));
        elsewhere = Credential.of(
                Client.SAMPLE_APP, world.tokens().password(Client.SAMPLE_APP, world.subject(), "openid us-public"));
    }

    static Afterwards of(World world, Ending ending) {
        Afterwards afterwards = new Afterwards(world);
        afterwards.assertAllWorked();
        ending.happenTo(world);
        return afterwards;
    }

    Credential credential(Kind kind) {
        return Objects.requireNonNull(credentials.get(kind));
    }

    Answer refresh(Credential credential, String scope) {
        return world.tokens().refresh(credential.client(), credential.refreshToken(), scope);
    }

    Answer exchange(Credential credential) {
        Client exchanging = credential.isOfConfidentialClient() ? credential.client() : world.applications.api();
        return world.tokens().exchange(exchanging, credential.accessToken(), world.asked());
    }

    /** By an API that may look at any token. */
    String introspect(String token, String hint) {
        return introspect(Client.SAMPLE_API, token, hint);
    }

    String introspect(Client client, String token, String hint) {
        return world.tokens().introspect(client, token, hint).body().toString();
    }

    Answer userinfo(Credential credential) {
        return world.tokens().userinfo(credential.accessToken());
    }

    /** What userinfo says, also when it is a JWT. */
    static JsonNode said(Answer userinfo) {
        return userinfo.body().isTextual() ? claims(userinfo.body().asText()) : userinfo.body();
    }

    static JsonNode claims(String jwt) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertAllWorked() {
        credentials.forEach((kind, credential) -> {
            if (kind.isAccessToken()) {
                assertThat(introspect(credential.accessToken(), "access_token"))
                        .as("%s before", kind)
                        .contains("\"active\":true");
                assertThat(said(userinfo(credential)).path("data_categories").toString())
                        .as("userinfo of %s before", kind)
                        .isEqualTo("[\"" + world.category() + "\"]");
            }
            if (credential.isRefreshable()) {
                assertThat(refresh(credential, "").scopes())
                        .as("refresh of %s before", kind)
                        .contains(world.scope());
            }
            if (credential.isRefreshable() && credential.isOfConfidentialClient()) {
                assertThat(introspect(credential.client(), credential.refreshToken(), "refresh_token"))
                        .as("refresh token of %s before", kind)
                        .contains("\"active\":true");
            }
            if (kind.isExchangeable()) {
                assertThat(exchange(credential).scopes())
                        .as("exchange of %s before", kind)
                        .contains(world.scope());
            }
        });
    }
}
