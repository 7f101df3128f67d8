/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.web.RepresentationMapper;
import io.dataaccess.keycloak.web.RequestRepresentation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Requests that were filed together, or are of one subject for one ticket.
 *
 * @param key stands for this row and nothing else
 * @param requests at least one
 */
@Schema(name = "Bundle")
public record BundleRepresentation(String key, List<RequestRepresentation> requests) {

    static List<BundleRepresentation> all(List<Bundle> bundles, RepresentationMapper representations) {
        Map<String, RequestRepresentation> requests =
                representations
                        .all(bundles.stream()
                                .flatMap(bundle -> bundle.requests().stream())
                                .toList())
                        .stream()
                        .collect(toMap(RequestRepresentation::id, identity()));
        return bundles.stream()
                .map(bundle -> new BundleRepresentation(
                        bundle.key(),
                        bundle.requests().stream()
                                .flatMap(request -> Stream.ofNullable(requests.get(request.id())))
                                .toList()))
                .toList();
    }
}
