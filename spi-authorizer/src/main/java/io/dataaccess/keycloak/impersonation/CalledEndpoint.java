/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import java.util.List;
import java.util.Set;

/**
 * What is called.
 *
 * @param path segments below the server's relative path
 */
record CalledEndpoint(String method, List<String> path) {

    private static final String OURS = "data-access";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Our own interfaces refuse by themselves what would be done in a person's name, and say more. */
    boolean changesByToken() {
        return isLinking() || isOffer() || (writes() && !isOpenIdConnect() && !isOurs());
    }

    /** Keycloak takes the cookie of the login at these only. */
    boolean changesByCookie() {
        return isLinking() || (writes() && isBelow("realms", "account"));
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

    private boolean isLinking() {
        return isBelow("realms", "broker") && path.get(path.size() - 1).equals("link");
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
