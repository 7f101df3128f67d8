/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.util.TokenUtil;

/**
 * The entries that the gate wrote into a token when it was issued.
 *
 * @param identifiers names of the scopes they are for
 * @param approvals names of scopes by id of the access grant they rest on
 * @param expected whether the gate writes entries into tokens of this kind
 */
public record TokenEntries(Set<String> identifiers, Map<String, String> approvals, boolean expected) {

    public static TokenEntries of(AccessToken token) {
        List<AuthorizationDetailsJSONRepresentation> entries = token.getAuthorizationDetails() == null
                ? List.of()
                : token.getAuthorizationDetails().stream()
                        .filter(entry -> TokenClaims.TYPE.equals(entry.getType()))
                        .filter(entry -> entry.getIdentifier() != null)
                        .toList();
        Map<String, String> approvals = new LinkedHashMap<>();
        for (AuthorizationDetailsJSONRepresentation entry : entries) {
            if (entry.getCustomData().get("approval") instanceof Map<?, ?> approval) {
                approvals.put(String.valueOf(approval.get("id")), entry.getIdentifier());
            }
        }
        return new TokenEntries(
                entries.stream()
                        .map(AuthorizationDetailsJSONRepresentation::getIdentifier)
                        .collect(toUnmodifiableSet()),
                approvals,
                !isForRefresh(token.getType()));
    }

    private static boolean isForRefresh(@Nullable String type) {
        return TokenUtil.TOKEN_TYPE_REFRESH.equals(type) || TokenUtil.TOKEN_TYPE_OFFLINE.equals(type);
    }
}
