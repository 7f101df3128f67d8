/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is called.
 *
 * @param path segments below the server's relative path
 */
record CalledEndpoint(String method, List<String> path) {

    private static final String OURS = "data-access";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Of Keycloak's account REST, what changes no way to log in: it ends logins, or gives consent and resources. */
    private static final Set<String> NO_LOGINS = Set.of("sessions", "applications", "resources");

    private static final Pattern VERSION = Pattern.compile("v\\d[0-9a-zA-Z_\\-]*");

    /** Our own interfaces refuse by themselves what would be done in a person's name, and say more. */
    boolean changesByToken() {
        return links() || isOffer() || (writes() && !isOpenIdConnect() && !isOurs());
    }

    /** Keycloak takes the cookie of the login at these only. */
    boolean changesByCookie() {
        return links() || changesAccount();
    }

    /** Whether it changes something of a person's account by Keycloak's account REST. */
    boolean changesAccount() {
        return writes() && isBelow("realms", "account");
    }

    /** Whether it gives or takes a way to log in, or moves a person's mails; also what a later Keycloak brings. */
    boolean changesLogins() {
        return changesAccount()
                && path.stream()
                        .skip(3)
                        .dropWhile(segment -> VERSION.matcher(segment).matches())
                        .findFirst()
                        .filter(NO_LOGINS::contains)
                        .isEmpty();
    }

    /** Whether it is the deprecated way to link an identity provider's account, on which Keycloak shows no page (26.7.3). */
    boolean links() {
        return isBelow("realms", "broker") && path.get(path.size() - 1).equals("link");
    }

    /** The realm that a path below {@code realms} names. */
    String realm() {
        return path.get(1);
    }

    /** For events; without the realm where it is the token's own. */
    @Override
    public String toString() {
        List<String> shown = path.size() > 2 && path.get(0).equals("realms") ? path.subList(2, path.size()) : path;
        return method + " /" + String.join("/", shown);
    }

    private boolean writes() {
        return !READING.contains(method);
    }

    /** Gives no more than the session has; other extensions may add endpoints below {@code ext} (26.7.3). */
    private boolean isOpenIdConnect() {
        return isBelow("realms", "protocol", "openid-connect")
                && !isBelow("realms", "protocol", "openid-connect", "ext");
    }

    private boolean isOurs() {
        return isBelow("realms", OURS)
                || (path.size() > 3
                        && path.subList(0, 2).equals(List.of("admin", "realms"))
                        && path.get(3).equals(OURS));
    }

    /** Keycloak makes an offer of credentials, and a code that is as good as a login, when this is read (OID4VCI, 26.7.3). */
    private boolean isOffer() {
        return isBelow("realms", "protocol", "oid4vc", "create-credential-offer");
    }

    /** Whether the path is {@code first/{realm}/then}, or below it. */
    private boolean isBelow(String first, String... then) {
        return path.size() >= 2 + then.length
                && path.get(0).equals(first)
                && path.subList(2, 2 + then.length).equals(List.of(then));
    }
}
