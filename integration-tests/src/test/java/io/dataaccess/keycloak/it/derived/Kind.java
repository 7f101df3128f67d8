/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Ways to get hold of a token with the guarded scope. */
enum Kind {
    PASSWORD(true, world -> Credential.of(world.applications.app(), world.login(world.applications.app()))),

    CODE(true, world -> {
        String code = new Visitor()
                .open(world.tokens().loginUrl(world.applications.app(), world.asked()))
                .signIn(world.subject())
                .told("code");
        return Credential.of(world.applications.app(), world.tokens().code(world.applications.app(), code));
    }),

    /** The token stands in the address of the application; nothing comes with it that could be refreshed. */
    IMPLICIT(true, world -> {
        String url = world.tokens().loginUrl(world.applications.app(), world.asked());
        Visitor visitor = new Visitor()
                .open(url.replace("response_type=code", "response_type=token"))
                .signIn(world.subject());
        return new Credential(world.applications.app(), visitor.told("access_token"), "", Instant.now());
    }),

    OFFLINE(
            true,
            world -> Credential.of(
                    world.applications.app(),
                    world.tokens()
                            .password(world.applications.app(), world.subject(), world.asked() + " offline_access"))),

    DEVICE(true, world -> {
        Answer started = world.tokens().device(world.applications.cli(), world.asked());
        new Visitor()
                .open(started.text("verification_uri_complete"))
                .signIn(world.subject())
                .confirmDevice()
                .submit("form", Map.of("accept", "Yes"));
        return Credential.of(
                world.applications.cli(),
                world.tokens()
                        .grant(
                                world.applications.cli(),
                                "urn:ietf:params:oauth:grant-type:device_code",
                                Map.of("device_code", started.text("device_code"))));
    }),

    LIGHTWEIGHT(true, world -> Credential.of(world.applications.light(), world.login(world.applications.light()))),

    SERVICE_ACCOUNT(
            false,
            world -> Credential.of(
                    world.applications.batch(),
                    world.tokens().clientCredentials(world.applications.batch(), world.asked()))),

    EXCHANGED_BY_SAME_CLIENT(
            true,
            world -> Credential.of(
                    world.applications.app(),
                    world.tokens()
                            .exchange(
                                    world.applications.app(),
                                    world.login(world.applications.app()).accessToken(),
                                    world.asked()))),

    EXCHANGED_BY_OTHER_CLIENT(
            false,
            world -> Credential.of(
                    world.applications.api(),
                    world.tokens()
                            .exchange(
                                    world.applications.api(),
                                    world.login(world.applications.app()).accessToken(),
                                    world.asked()))),

    EXCHANGED_TWICE(
            false,
            world -> Credential.of(
                    world.applications.api(),
                    world.tokens()
                            .exchange(
                                    world.applications.api(),
                                    EXCHANGED_BY_OTHER_CLIENT.issue(world).accessToken(),
                                    world.asked()))),

    EXCHANGED_FOR_REFRESH_TOKEN(
            true, world -> Credential.of(world.applications.desk(), exchanged(world, "refresh_token"))),

    EXCHANGED_FOR_ID_TOKEN(true, world -> Credential.of(world.applications.desk(), exchanged(world, "id_token"))),

    PARTY_TOKEN(
            true,
            world -> Credential.of(
                    world.applications.app(),
                    world.tokens()
                            .grant(
                                    world.applications.app(),
                                    "urn:ietf:params:oauth:grant-type:uma-ticket",
                                    Map.of(
                                            "audience",
                                            world.applications.app().id(),
                                            "subject_token",
                                            world.login(world.applications.app())
                                                    .accessToken(),
                                            "permission",
                                            "files"))));

    private final boolean inSession;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<World, Credential> issuing;

    Kind(boolean inSession, Function<World, Credential> issuing) {
        this.inSession = inSession;
        this.issuing = issuing;
    }

    /** Whether its client has a session of the subject's, which can end. */
    boolean isInSession() {
        return inSession;
    }

    /** An ID token opens nothing at Keycloak. */
    boolean isAccessToken() {
        return this != EXCHANGED_FOR_ID_TOKEN;
    }

    /** Public clients may not exchange. */
    boolean isExchangeable() {
        return this != DEVICE && this != LIGHTWEIGHT && this != SERVICE_ACCOUNT && isAccessToken();
    }

    Credential issue(World world) {
        return issuing.apply(world);
    }

    private static Answer exchanged(World world, String requested) {
        Map<String, String> form = new HashMap<>();
        form.put("subject_token", world.login(world.applications.app()).accessToken());
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("requested_token_type", "urn:ietf:params:oauth:token-type:" + requested);
        form.put("scope", world.asked());
        return world.tokens().grant(world.applications.desk(), "urn:ietf:params:oauth:grant-type:token-exchange", form);
    }
}
