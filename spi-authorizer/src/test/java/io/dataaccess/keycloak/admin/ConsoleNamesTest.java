/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.TextSearch;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** What a row shows under another name than its record has is found by what is shown. */
final class ConsoleNamesTest {

    private static final RecordedNames MENTIONED = new RecordedNames(
            Set.of("plain", "key", "unknown-key", "nameless", "gone"), Set.of("legal-request", "own_use"));

    private final KeycloakSession session = mock();
    private final RealmModel realm = mock();
    private final UserModel reader = mock();
    private final Properties texts = new Properties();

    @BeforeEach
    void speakGerman() throws IOException {
        KeycloakContext context = mock();
        when(session.getContext()).thenReturn(context);
        when(context.resolveLocale(reader)).thenReturn(Locale.GERMAN);
        ThemeManager themes = mock();
        Theme theme = mock();
        when(session.theme()).thenReturn(themes);
        when(themes.getTheme(Theme.Type.ADMIN)).thenReturn(theme);
        when(theme.getEnhancedMessages(realm, Locale.GERMAN)).thenReturn(texts);
        texts.setProperty("dataAccessPurpose.legal-request", "Anfrage einer Beh\u00F6rde");
        texts.setProperty("client_desk", "Schalter $1");
        client("plain", "Sample Application");
        client("key", "Der ${client_desk}");
        client("unknown-key", "${client_other}");
        client("nameless", null);
    }

    private void client(String id, @Nullable String name) {
        ClientModel client = mock();
        when(client.getName()).thenReturn(name);
        when(realm.getClientById(id)).thenReturn(client);
    }

    @Test
    void findsClientByItsNameWhateverTheCase() {
        assertThat(search("APPLICA").clients()).containsExactly("plain");
        assertThat(search("der schalter $1").clients()).containsExactly("key");
        assertThat(search("client_other").clients()).containsExactly("unknown-key");
        assertThat(search("client_desk").clients()).isEmpty();
        assertThat(search("sample-app").clients()).isEmpty();
    }

    @Test
    void findsPurposeByItsTextOrMadeReadable() {
        assertThat(search("beh\u00D6rde").purposes()).containsExactly("legal-request");
        assertThat(search("legal").purposes()).isEmpty();
        assertThat(search("own use").purposes()).containsExactly("own_use");
        assertThat(search("use own").purposes()).isEmpty();
    }

    @Test
    void findsCountryByItsNameWhereRowsShowIt() {
        assertThat(names().searchWithAttributes("Singap", MENTIONED).values()).containsExactly("SG");
        assertThat(names().searchWithAttributes("deutschl", MENTIONED).values()).containsExactly("DE");
        assertThat(names().searchWithAttributes("germany", MENTIONED).values()).isEmpty();
        assertThat(names().searchWithAttributes("in", MENTIONED).values()).isEmpty();
        assertThat(search("Singap").values()).isEmpty();
    }

    @Test
    void keepsTheTextAsItWasTyped() {
        assertThat(search("aPPLICA").text()).isEqualTo("aPPLICA");
        assertThat(names().searchWithAttributes("Der Schalter", MENTIONED))
                .isEqualTo(new TextSearch("Der Schalter", Set.of("key"), Set.of(), Set.of()));
    }

    private TextSearch search(String text) {
        return names().search(text, MENTIONED);
    }

    private ConsoleNames names() {
        return new ConsoleNames(session, realm, reader);
    }
}
