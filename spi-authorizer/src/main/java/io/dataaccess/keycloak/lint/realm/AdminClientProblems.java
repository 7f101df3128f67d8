/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Clients whose tokens vote: those that are not there, that people sign in to for something else, that take others' tokens. */
public final class AdminClientProblems {

    private static final Set<String> KEYCLOAKS =
            Set.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID);
    /** Attributes of clients that switch further ways to a person's token on (26.7.3). */
    private static final Set<String> GRANTS = Set.of(
            "oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled",
            "oauth2.jwt.authorization.grant.enabled");

    private static final Map<String, String> NAMED = ParameterizedText.naming("attribute", AdminClients.ATTRIBUTE);

    private final RealmModel realm;

    public AdminClientProblems(RealmModel realm) {
        this.realm = realm;
    }

    public Stream<Problem> find() {
        List<String> listed = AdminClients.of(realm);
        return Stream.concat(console(listed), listed.stream().flatMap(this::ofId));
    }

    /** The attribute takes the place of the default: approvers who sign in to Keycloak's own console get nothing there. */
    private Stream<Problem> console(List<String> listed) {
        return listed.contains(Constants.ADMIN_CONSOLE_CLIENT_ID)
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "admin_console_missing",
                        RealmElement.realm(realm),
                        "names admin clients in the attribute {attribute} without {client}, so that the admin console"
                                + " shows nobody a request or an access grant: add {client}",
                        ParameterizedText.naming(
                                "attribute", AdminClients.ATTRIBUTE, "client", Constants.ADMIN_CONSOLE_CLIENT_ID)));
    }

    private Stream<Problem> ofId(String id) {
        ClientModel client = realm.getClientByClientId(id);
        if (client == null) {
            return Stream.of(Problem.error(
                    "admin_client_missing",
                    RealmElement.named(Kind.CLIENT, id),
                    "is named by the realm attribute {attribute} and is not there, and whoever makes a client of that"
                            + " name gets votes: remove the name, or correct it",
                    NAMED));
        }
        return Stream.of(application(id, client), exchange(client), registered(client))
                .flatMap(found -> found);
    }

    /** A client with a service account only has nobody's tokens but its own. */
    private static Stream<Problem> application(String id, ClientModel client) {
        return KEYCLOAKS.contains(id) || !isSignedInTo(client)
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "admin_client_application",
                        RealmElement.client(client),
                        "is named by the realm attribute {attribute}, and people sign in to it: what an approver does"
                                + " there can be a vote, and whoever runs it can vote for them. Remove the name, unless"
                                + " it is an admin console of your own",
                        NAMED));
    }

    private static Stream<Problem> exchange(ClientModel client) {
        return isOn(client, "standard.token.exchange.enabled")
                ? Stream.of(Problem.warning(
                        "admin_client_exchange",
                        RealmElement.client(client),
                        "is named by the realm attribute {attribute} and may exchange tokens, so that a token which an"
                                + " approver gave to an application becomes one that votes: switch 'Standard Token"
                                + " Exchange' off, or remove the name",
                        NAMED))
                : Stream.empty();
    }

    /** Keycloak gives whoever registers a client a token to change it with, or reads again and again what they publish. */
    private static Stream<Problem> registered(ClientModel client) {
        return SelfRegistration.isOf(client)
                ? Stream.of(Problem.error(
                        "admin_client_registered",
                        RealmElement.client(client),
                        "is named by the realm attribute {attribute} and registered itself, or has a"
                                + " registration access token, so that somebody else can change it: its tokens are"
                                + " refused. Make the client anew without one, or remove the name",
                        NAMED))
                : Stream.empty();
    }

    private static boolean isSignedInTo(ClientModel client) {
        return client.isStandardFlowEnabled()
                || client.isImplicitFlowEnabled()
                || client.isDirectAccessGrantsEnabled()
                || GRANTS.stream().anyMatch(grant -> isOn(client, grant));
    }

    private static boolean isOn(ClientModel client, String attribute) {
        return Boolean.parseBoolean(client.getAttribute(attribute));
    }
}
