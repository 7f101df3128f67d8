/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.urls.UrlType;

/** Links of mails that nobody's call has caused. */
final class ServerUrlsTest {

    private static final String HOSTNAME = "keycloak.hostname.v2.hostname";

    private final KeycloakSession session = mock();
    private final KeycloakContext context = mock();
    private final ClientConnection caller = mock();

    @BeforeEach
    void serve() {
        Config.init(new Config.SystemPropertiesConfigProvider());
        KeycloakUriInfo uri = mock();
        when(session.getContext()).thenReturn(context);
        when(context.getConnection()).thenReturn(caller);
        when(context.getUri(UrlType.FRONTEND)).thenReturn(uri);
        when(uri.getBaseUri()).thenReturn(URI.create("https://sso.example/"));
    }

    @AfterEach
    void forgetHostname() {
        System.clearProperty(HOSTNAME);
    }

    private Optional<String> url() {
        return new ServerUrls(session).of(UrlType.FRONTEND);
    }

    @Test
    void isThatOfTheCallWhenSomebodyCalls() {
        when(caller.getRemoteAddr()).thenReturn("127.0.0.1");

        assertThat(url()).contains("https://sso.example/");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sso.example"})
    void isUnknownWhenNobodyCallsAndTheServerWasNotTold(String hostname) {
        if (hostname != null) {
            System.setProperty(HOSTNAME, hostname);
        }
        when(context.getUri(UrlType.FRONTEND)).thenThrow(new IllegalStateException("There is no call"));

        assertThat(url()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sso.example", "http://sso.example:8080"})
    void isTheServersOwnWhenNobodyCallsAndItWasTold(String hostname) {
        System.setProperty(HOSTNAME, hostname);

        assertThat(url()).contains("https://sso.example/");
    }

    @Test
    void staysUnknownWhenTheLetterWaits() {
        OutboxMail mail = new OutboxMail(
                OutboxMail.Kind.CANCELLED_DELETED,
                "r",
                new OutboxMail.Content("r", Optional.empty(), Optional.of("https://sso.example/")),
                Optional.of("lin"));
        OutboxEntryEntity entry = mock();
        when(entry.getEntryType()).thenReturn(mail.kind().name());
        when(entry.getPayload()).thenReturn(mail.payload());

        assertThat(OutboxMail.of(entry)).isEqualTo(mail);
    }
}
