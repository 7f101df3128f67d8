/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.TextSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * What clients, purposes and countries are called where somebody reads them in the admin console: in the language that the
 * console has for them, by the texts of its theme and of the realm.
 */
final class ConsoleNames {

    /** A name that stands for a text, such as <code>${client_account}</code>. */
    private static final Pattern KEY = Pattern.compile("\\$\\{([^}]*)}");

    private static final String PURPOSE = "dataAccessPurpose.";
    /** Shorter ones are in the names of half of the world. */
    private static final int SHORTEST_OF_COUNTRY = 3;
    /** As many as go into one list of a query on every database. */
    private static final int MOST = 500;

    private final RealmModel realm;
    private final Locale locale;
    private final Properties texts;

    ConsoleNames(KeycloakSession session, RealmModel realm, UserModel reader) {
        this.realm = realm;
        this.locale = session.getContext().resolveLocale(reader);
        try {
            this.texts = session.theme().getTheme(Theme.Type.ADMIN).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds this text in rows that show no attributes. */
    TextSearch search(String text, RecordedNames recordedNames) {
        return new TextSearch(
                text,
                called(text, recordedNames.clients(), this::client),
                called(text, recordedNames.purposes(), this::purpose),
                Set.of());
    }

    /** Finds it also in the attributes that rows show of the subject. */
    TextSearch searchWithAttributes(String text, RecordedNames recordedNames) {
        TextSearch search = search(text, recordedNames);
        return text.length() < SHORTEST_OF_COUNTRY
                ? search
                : new TextSearch(
                        text,
                        search.clients(),
                        search.purposes(),
                        called(text, Set.of(Locale.getISOCountries()), this::country));
    }

    private static Set<String> called(String text, Set<String> keys, Function<String, Optional<String>> name) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return keys.stream()
                .filter(key -> name.apply(key)
                        .filter(found -> found.toLowerCase(Locale.ROOT).contains(wanted))
                        .isPresent())
                .sorted()
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    /** Empty when it has no name, or is gone. */
    private Optional<String> client(String id) {
        return Optional.ofNullable(realm.getClientById(id))
                .map(ClientModel::getName)
                .map(name -> KEY.matcher(name)
                        .replaceAll(key -> Matcher.quoteReplacement(texts.getProperty(key.group(1), key.group(1)))));
    }

    /** Without a text of its own, the key is made readable. */
    private Optional<String> purpose(String key) {
        return Optional.of(
                texts.getProperty(PURPOSE + key, key.replaceAll("[-_]+", " ").strip()));
    }

    private Optional<String> country(String code) {
        return Optional.of(new Locale("", code).getDisplayCountry(locale));
    }
}
