/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/** Login themes that cannot show the pages of the step-up: logins would end in an error of the server. */
public final class PageProblems {

    /** The login theme of a client of its own (26.7.3). */
    private static final String CLIENTS_THEME = "login_theme";

    private static final List<String> PAGES = List.of(
            "data-access-request.ftl",
            "data-access-waiting.ftl",
            "data-access-answer.ftl",
            "data-access-notice.ftl",
            "data-access-device.ftl");
    private static final String REMEDY = " an error: install the jar of the themes on every node";
    /** One text that stands for all: they come in one file. */
    private static final String TEXT = "dataAccessRequestTitle";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmClients clients;

    public PageProblems(KeycloakSession session, RealmClients clients) {
        this.session = session;
        this.realm = clients.realm();
        this.clients = clients;
    }

    public Stream<Problem> find() {
        return Stream.concat(
                missing(realm.getLoginTheme(), RealmElement.realm(realm)),
                clients.with(ClientTrait.LOGIN_THEME)
                        .flatMap(client -> Stream.ofNullable(client.getAttribute(CLIENTS_THEME))
                                .filter(theme -> !theme.isBlank())
                                .flatMap(theme -> missing(theme, RealmElement.client(client)))));
    }

    private Stream<Problem> missing(@Nullable String theme, RealmElement where) {
        List<String> missing = missingFrom(theme);
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "pages_missing",
                        where,
                        theme == null
                                ? ParameterizedText.of(
                                        "server",
                                        "has the server's login theme, without {pages}, so that the step-up ends in"
                                                + REMEDY,
                                        ParameterizedText.naming("pages", String.join(", ", missing)))
                                : ParameterizedText.of(
                                        "own",
                                        "has the login theme {theme}, without {pages}, so that the step-up ends in"
                                                + REMEDY,
                                        ParameterizedText.naming(
                                                "theme", theme, "pages", String.join(", ", missing)))));
    }

    private String serversTheme() {
        return session.getProvider(ThemeSelectorProvider.class).getDefaultThemeName(Theme.Type.LOGIN);
    }

    private List<String> missingFrom(@Nullable String name) {
        try {
            Theme theme = session.theme().getTheme(name == null ? serversTheme() : name, Theme.Type.LOGIN);
            Stream<String> texts =
                    theme.getMessages(Locale.ENGLISH).containsKey(TEXT) ? Stream.empty() : Stream.of("texts");
            List<String> missing = new ArrayList<>();
            for (String page : PAGES) {
                if (theme.getTemplate(page) == null) {
                    missing.add(page);
                }
            }
            return Stream.concat(missing.stream(), texts).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
