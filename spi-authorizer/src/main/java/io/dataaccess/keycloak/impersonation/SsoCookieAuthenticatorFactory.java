/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** In place of Keycloak's own: same id, higher order. */
public final class SsoCookieAuthenticatorFactory extends CookieAuthenticatorFactory {

    private static final SsoCookieAuthenticator COOKIE = new SsoCookieAuthenticator();

    @Override
    public Authenticator create(KeycloakSession session) {
        return COOKIE;
    }

    @Override
    public int order() {
        return 1;
    }
}
