/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the database tells of a realm's elements in a few queries, however many there are. Who asks looks at the elements that are
 * found as Keycloak has them: it may be told of too many, and never of too few.
 */
public interface RealmIndex {

    /** What clients are looked for by. */
    enum ClientTrait {
        IMPLICIT_FLOW,
        /** Somebody else can change it: it has a registration access token, or a document describes it. */
        REGISTERED,
        FULL_SCOPE,
        /** It has authorization settings. */
        DECIDING,
        LOGIN_THEME,
        /** One of its redirect URIs ends with a wildcard. */
        REDIRECT_WILDCARD,
        /** It has scope mappings of its own. */
        SCOPE_MAPPINGS,
        /** It has an authentication flow of its own. */
        OWN_FLOW
    }

    /** The ids of clients with this trait. */
    Set<String> clients(ClientTrait trait);

    /** The ids of clients with an attribute of such a name. */
    Set<String> clientsWithAttribute(Predicate<String> name);

    /** The ids of clients with one of these scopes as default scope. */
    Set<String> clientsWithDefault(Set<String> scopeIds);

    /** Which clients have these scopes, by id of the scope; those of another protocol have none of it. Ordered by client id. */
    Map<String, List<Assignment>> assignments(Set<String> scopeIds);

    /**
     * A client that a scope is assigned to.
     *
     * @param clientId such as {@code sample-app}
     * @param name as Keycloak keeps it; it may be the key of a text
     */
    record Assignment(String clientId, Optional<String> name, boolean byDefault) {}

    /** What all clients are called, {@code sample-app} say, by id. */
    Map<String, String> clientIds();

    /** The ids of the roles with which one of these comes, directly or not, without these. */
    Set<String> rolesAbove(Set<String> roleIds);

    /** Of these names of scopes, those that a request or an access grant of the realm has, over or not. */
    Set<String> recordedScopes(Set<String> names);

    /**
     * What the database has of these users; those whom only Keycloak can tell about, who are kept by a directory, are left out.
     *
     * @param userIds no more than 500
     */
    Map<String, StoredAccount> accounts(Set<String> userIds);

    /**
     * What a user has been given, and has set up.
     *
     * @param roleIds without the roles that come with them, or with a group
     * @param credentials their types
     * @param brokered whether there is an account at an identity provider
     */
    record StoredAccount(Set<String> roleIds, Set<String> credentials, boolean brokered) {}
}
