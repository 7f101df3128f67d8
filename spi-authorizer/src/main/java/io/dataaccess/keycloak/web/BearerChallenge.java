/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.policy.RequiredLogin;

/** What stands in {@code WWW-Authenticate}. */
final class BearerChallenge {

    private BearerChallenge() {}

    /** RFC 6750. */
    static String bearer(String code) {
        return "Bearer error=\"" + code + "\"";
    }

    /** RFC 6750, with the scope that is missing. */
    static String bearer(String code, String scope) {
        return bearer(code) + ", scope=\"" + quotable(scope) + "\"";
    }

    /** RFC 9470: which login is needed. */
    static String stepUp(RequiredLogin needed) {
        String acr = needed.acr().isBlank() ? "" : ", acr_values=\"" + quotable(needed.acr()) + "\"";
        return bearer("insufficient_user_authentication")
                + ", error_description=\"A more recent or stronger login is needed\"" + acr + ", max_age=\""
                + needed.maxAge().toSeconds() + "\"";
    }

    /** The acr comes from configuration, where anything can stand; a quote in it would end the header's text. */
    private static String quotable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "");
    }
}
