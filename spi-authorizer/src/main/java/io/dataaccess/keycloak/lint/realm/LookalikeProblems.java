/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.access.Characters;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** Clients with guarded scopes that approvers could take for another, for the client id is what they go by. */
public final class LookalikeProblems {

    /** Many of their letters look alike. */
    private static final Set<UnicodeScript> ALIKE =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private final RealmClients clients;

    public LookalikeProblems(RealmClients clients) {
        this.clients = clients;
    }

    public Stream<Problem> find() {
        Map<String, List<Map.Entry<String, String>>> byLook =
                clients.names().entrySet().stream().collect(groupingBy(client -> look(client.getValue())));
        return byLook.values().stream()
                .filter(alike -> alike.size() > 1 || alike.stream().anyMatch(one -> isMixed(one.getValue())))
                .flatMap(alike -> clients.clients(
                                alike.stream().map(Map.Entry::getKey).collect(toSet()))
                        .filter(LookalikeProblems::isGuarded)
                        .flatMap(client -> Stream.concat(
                                ofOthers(client, alike.stream().map(Map.Entry::getValue)), ofScripts(client))));
    }

    private static Stream<Problem> ofOthers(ClientModel client, Stream<String> alike) {
        return alike.filter(id -> !id.equals(client.getClientId())).sorted().findFirst().stream()
                .map(other -> Problem.warning(
                        "client_looks_like",
                        RealmElement.client(client),
                        ParameterizedText.of(
                                "other",
                                "looks like the client {other}, so that approvers may take one for the other: rename"
                                        + " one, or take the guarded scopes from the one that does not need them",
                                ParameterizedText.naming("other", other))));
    }

    private static Stream<Problem> ofScripts(ClientModel client) {
        return isMixed(client.getClientId())
                ? Stream.of(Problem.warning(
                        "client_looks_like",
                        RealmElement.client(client),
                        ParameterizedText.of(
                                "scripts",
                                "mixes letters of several scripts that look alike, so that approvers may take it for"
                                        + " another: rename it",
                                Map.of())))
                : Stream.empty();
    }

    private static boolean isMixed(String clientId) {
        return clientId.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(ALIKE::contains)
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isGuarded(ClientModel client) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream())
                .anyMatch(scope -> ScopeCatalog.guardedScope(scope).isPresent());
    }

    /** What is left of the id when one looks in passing: neither case nor form, nor what is not seen. */
    private static String look(String clientId) {
        return Normalizer.normalize(clientId, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Characters.isHidden(point) && !Character.isWhitespace(point))
                .mapToObj(Character::toString)
                .collect(joining())
                .toLowerCase(Locale.ROOT);
    }
}
