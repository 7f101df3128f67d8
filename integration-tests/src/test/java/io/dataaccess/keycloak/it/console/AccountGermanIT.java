/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page Data access in German, and on a screen of 320 pixels. */
@ResourceLock(Browser.OTHER)
final class AccountGermanIT {

    private static final Path MESSAGES =
            Path.of("../themes/src/main/resources/theme/data-access/account/messages/messages_en.properties");

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void speakGerman() {
        realm.change(changed -> {
            changed.setInternationalizationEnabled(true);
            changed.setSupportedLocales(Set.of("en", "de"));
        });
        Map<String, String> request = Map.of(
                "clientId", "sample-app",
                "scope", "us-contact",
                "purpose", "legal-request",
                "justification", "Eine Behörde fragt nach einer Person");
        String token =
                realm.tokens().password(Client.SAMPLE_APP, "lin", Tokens.FILING).accessToken();
        String id = file(token, request);
        Answer voted = realm.adminRestOf("avery").post("requests/" + id + "/votes", Map.of("decision", "APPROVE"));
        assertThat(voted.status()).isEqualTo(200);
        file(token, request);
    }

    @Test
    void saysNothingInEnglishWhenGerman() throws IOException {
        Page page = browser.window("de");
        Console lin = Console.account(page, realm, "lin");
        lin.open("data-access");
        page.getByText("Wartet", new Page.GetByTextOptions().setExact(true)).waitFor();
        assertNothingInEnglish(page);
        lin.inspect("account-german");

        lin.open("data-access?ask&application=sample-app&data=us-contact");
        page.getByText("Behördliche oder gerichtliche Anfrage")
                .or(page.getByText("Zweck wählen"))
                .waitFor();
        assertNothingInEnglish(page);
        lin.inspect("account-form-german");
        lin.assertNoErrors();
    }

    private static void assertNothingInEnglish(Page page) throws IOException {
        Properties english = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES, UTF_8)) {
            english.load(reader);
        }
        // Words that are the same in both languages.
        List<String> texts = english.values().stream()
                .map(String::valueOf)
                .filter(text -> !Set.of("Details", "Ticket", "Ticket (optional)", "Scope")
                        .contains(text))
                .toList();
        assertThat(page.locator("body").innerText().lines().map(String::strip))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(texts);
    }

    private static String file(String token, Map<String, String> request) {
        Answer filed = realm.selfRest(token).post("requests", request);
        assertThat(filed.status()).isEqualTo(201);
        return filed.text("id");
    }
}
