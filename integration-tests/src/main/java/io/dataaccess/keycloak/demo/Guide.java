/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.demo;

import java.nio.file.Path;

/** What a person at the terminal needs to start with; the realm's README says more. */
final class Guide {

    private Guide() {}

    static String text(String keycloak, String app, Path dir) {
        return """

                Keycloak Data Access, demo. Every password of the realm: password

                  %-52s sample application
                  %-52s admin console: approvers, auditors and policy admins, under Data access
                  %-52s account console: everybody, under Data access
                  %-52s the server's administrator (admin, admin)

                  who            country  legal entity             may
                  lin            CN       Clips Singapore          ask for access
                  maria          BR       Clips Brasil             ask for access
                  chen           CN       Clips Beijing            nothing: the barred entity
                  avery, blake   US       Clips US Data Security   approve US requests (/us-security)
                  sam            SG       Clips Singapore          not approve, though in /us-security: not in the US
                  dana           US       Clips US Data Security   approve restricted US requests (/data-owners)
                  erin           IE       Clips Ireland            approve EU requests (/eu-privacy)
                  olga           US       Trusted Auditor          read all requests (data-access-auditor)
                  pat            US       Clips US Data Security   read all requests, end grants (data-access-policy-admin)

                Logs and data, kept for the next run: %s
                Ctrl-C stops everything.
                """.formatted(
                        app,
                        keycloak + "/admin/workforce/console/",
                        keycloak + "/realms/workforce/account/",
                        keycloak + "/admin/",
                        dir);
    }
}
