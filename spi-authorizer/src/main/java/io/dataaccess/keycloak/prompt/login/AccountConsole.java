/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.Theme;
import org.keycloak.urls.UrlType;

/** The page of one's own requests, where the realm has it: its account theme may be another, and the console be off. */
public record AccountConsole(KeycloakSession session, RealmModel realm) {

    /** One text that stands for the page: they come in one file. */
    private static final String TEXT = "dataAccessRequests";

    /** The address that shows this request; empty where nobody would find the page. */
    public Optional<String> page(String requestId) {
        return Optional.ofNullable(realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID))
                .filter(ClientModel::isEnabled)
                .filter(console -> hasPage())
                .map(console -> Urls.realmIssuer(
                                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName())
                        + "/account/data-access?request=" + requestId);
    }

    private boolean hasPage() {
        try {
            return session.theme()
                    .getTheme(Theme.Type.ACCOUNT)
                    .getMessages(Locale.ENGLISH)
                    .containsKey(TEXT);
        } catch (IOException e) {
            return false;
        }
    }
}
