/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words, never keys: in login themes that are not ours, and in languages that we have no texts in. */
@ResourceLock(Browser.ONE)
final class StepUpThemesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    static final OAuthApplication application = new OAuthApplication(realm);

    static final People people = new People(realm, application);

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void speak() {
        realm.change(settings -> {
            settings.setInternationalizationEnabled(true);
            settings.setSupportedLocales(Set.of("en", "de", "de-CH", "fr", "ar"));
        });
    }

    @ParameterizedTest
    @CsvSource({"data-access,fr", "data-access,ar", "keycloak,en", "base,en"})
    void saysWordsWhenThemeOrLanguageIsAnother(String theme, String language) {
        realm.change(settings -> settings.setLoginTheme(theme));
        String person = people.newcomer();
        Page page = browser.window();
        signIn(page, person, language);
        RequestPage request = RequestPage.at(page);
        assertWords(page);
        browser.screenshot(page, theme + "-" + language + "-1");
        request.choosePurpose("Legal request")
                .justify(RequestPage.JUSTIFICATION)
                .file();
        WaitingPage.at(page).askToWithdraw();
        assertWords(page);
        browser.screenshot(page, theme + "-" + language + "-2");
        people.deny("avery", person, "us-contact", "Say which user");
        AnswerPage.at(page, "Access was denied").assertComment("Say which user");
        assertWords(page);
        browser.screenshot(page, theme + "-" + language + "-3");
        assertThat(page.evaluate("document.documentElement.dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }

    @Test
    void speaksGermanWhenTheCountryIsAnother() {
        realm.change(settings -> settings.setLoginTheme("data-access"));
        Page page = browser.window();
        signIn(page, people.newcomer(), "de-CH");

        RequestPage.inGerman(page);
        assertWords(page);
    }

    private static void signIn(Page page, String person, String language) {
        LoginPage.open(page, application.loginUrl("openid us-contact", "&ui_locales=" + language))
                .signIn(person);
    }

    private static void assertWords(Page page) {
        assertThat(page.locator("body").innerText()).isNotBlank().doesNotContain("dataAccess", "${");
    }
}
