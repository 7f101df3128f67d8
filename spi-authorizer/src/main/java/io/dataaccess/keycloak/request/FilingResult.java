/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.util.Optional;

/**
 * A request that is pending now.
 *
 * @param created whether it was filed just now, or an identical one was pending already
 * @param cancelled the one that it took the place of, whose scope has been reclassified since
 */
public record FilingResult(AccessRequest request, boolean created, Optional<AccessRequest> cancelled) {

    FilingResult(AccessRequest request, boolean created) {
        this(request, created, Optional.empty());
    }
}
