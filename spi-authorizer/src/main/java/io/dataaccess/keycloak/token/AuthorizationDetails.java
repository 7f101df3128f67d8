/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.OAuth2Constants;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/**
 * The claim {@code authorization_details} of a token as it was before we wrote to it. Keycloak writes it into a field,
 * mappers into the other claims; both at once would stand in the token twice.
 *
 * @param field Keycloak's entries
 * @param mapped what mappers wrote
 */
record AuthorizationDetails(List<AuthorizationDetailsJSONRepresentation> field, List<JsonNode> mapped) {

    static final String CLAIM = OAuth2Constants.AUTHORIZATION_DETAILS;
    static final String TYPE = TokenClaims.TYPE;

    /** Takes the claim out of the token. */
    static AuthorizationDetails takenFrom(IDToken token) {
        List<AuthorizationDetailsJSONRepresentation> field = new ArrayList<>();
        if (token instanceof AccessToken access && access.getAuthorizationDetails() != null) {
            field.addAll(access.getAuthorizationDetails());
            access.setAuthorizationDetails(null);
        }
        Object mapped = token.getOtherClaims().remove(CLAIM);
        return new AuthorizationDetails(field, mapped == null ? List.of() : objects(mapped));
    }

    /** Removes what mappers wrote, and entries of our type from Keycloak's. */
    static void removeFrom(AccessToken token) {
        token.getOtherClaims().remove(CLAIM);
        if (token.getAuthorizationDetails() != null) {
            token.setAuthorizationDetails(token.getAuthorizationDetails().stream()
                    .filter(entry -> !TYPE.equals(entry.getType()))
                    .toList());
        }
    }

    /** The entries of other types; an entry without a type is none (RFC 9396, section 2). */
    List<Object> ofOtherTypes() {
        return Stream.<Object>concat(
                        field.stream().filter(entry -> !TYPE.equals(entry.getType())),
                        mapped.stream()
                                .filter(entry -> entry.path("type").isTextual())
                                .filter(entry -> !TYPE.equals(entry.path("type").textValue())))
                .toList();
    }

    private static List<JsonNode> objects(Object claim) {
        JsonNode json = JsonSerialization.mapper.valueToTree(claim);
        Stream<JsonNode> entries = json.isArray() ? StreamSupport.stream(json.spliterator(), false) : Stream.of(json);
        return entries.filter(JsonNode::isObject).toList();
    }
}
