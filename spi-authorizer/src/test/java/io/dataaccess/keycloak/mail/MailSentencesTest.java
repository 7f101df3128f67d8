/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What mails promise")
class MailSentencesTest {

    private static final Path MESSAGES = Path.of("..").resolve("themes/src/main/resources/theme-resources/messages");

    @ParameterizedTest
    @CsvSource({"en, goes on by itself once it waits for nothing else", "de, sobald sie auf nichts anderes mehr wartet"
    })
    void saysWhenALoginForSeveralScopesGoesOn(String language, String words) throws IOException {
        assertThat(text(language, "dataAccessApprovedIntro")).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, that it asks for from now on with the client scope of this data",
        "de, das es ab jetzt mit dem Client-Scope dieser Daten anfordert"
    })
    void saysWhichTokensOfAServiceAccountHaveTheAccess(String language, String words) throws IOException {
        assertThat(text(language, "dataAccessApprovedForOtherIntro")).contains(words);
    }

    private static String text(String language, String key) throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve("messages_" + language + ".properties"))) {
            messages.load(file);
        }
        return messages.getProperty(key);
    }
}
