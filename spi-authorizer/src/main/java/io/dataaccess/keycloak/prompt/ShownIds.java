/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.request.AccessRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a page showed, by the ids that its form sends along: the buttons mean nothing that came to it since. */
record ShownIds(Set<String> ids) {

    static final String FIELD = "shown";

    static ShownIds of(MultivaluedMap<String, String> form) {
        String sent = Objects.requireNonNullElse(form.getFirst(FIELD), "");
        return new ShownIds(Set.copyOf(List.of(sent.split("\\s+"))));
    }

    /** The value of the field. */
    static String text(Collection<String> ids) {
        return String.join(" ", ids);
    }

    List<String> among(List<String> now) {
        return now.stream().filter(ids::contains).toList();
    }

    List<AccessRequest> amongRequests(List<AccessRequest> now) {
        return now.stream().filter(request -> ids.contains(request.id())).toList();
    }

    boolean hasAll(Collection<String> now) {
        return ids.containsAll(now);
    }
}
