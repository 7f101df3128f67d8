/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the approval prompt promises")
class PromptSentencesTest {

    private static final Path MESSAGES = Path.of("..").resolve("themes/src/main/resources/theme-resources/messages");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1|This page checks by itself and goes on once there is an answer.",
                "en|2|This page checks by itself. It goes on once all of these requests are approved, or one of them is not.",
                "de|1|Diese Seite prüft selbst und fährt fort, sobald es eine Antwort gibt.",
                "de|2|Diese Seite prüft selbst. Sie fährt fort, sobald alle diese Anträge genehmigt sind oder einer nicht."
            })
    void saysWhenTheWaitingPageGoesOn(String language, int requests, String sentence) throws IOException {
        assertThat(text(language, "dataAccessWatching", requests)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1|open this data at the application again later and you will find this request.",
                "de|2|Wenn Sie diese Daten später in der Anwendung erneut öffnen, finden Sie die Anträge wieder."
            })
    void saysWhereAWaitingRequestIsFoundAgain(String language, int requests, String words) throws IOException {
        assertThat(text(language, "dataAccessWaitingIntro", requests)).endsWith(words);
    }

    /** A page may stay open: what was too early then may be right by now. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|It was too early to remind the approvers: no reminder was sent.",
                "de|Es war zu früh, um die Genehmigenden zu erinnern: Es wurde keine Erinnerung gesendet."
            })
    void saysOfAnEarlyReminderWhatStaysTrue(String language, String words) throws IOException {
        assertThat(text(language, "dataAccessRemindLater")).startsWith(words);
    }

    private static String text(String language, String key, Object... gaps) throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve("messages_" + language + ".properties"))) {
            messages.load(file);
        }
        return new MessageFormat(messages.getProperty(key), Locale.forLanguageTag(language)).format(gaps);
    }
}
