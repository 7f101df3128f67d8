/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Mentioned;
import io.dataaccess.keycloak.access.Slice;
import io.dataaccess.keycloak.classification.Docket;
import java.util.List;

/** The realm's requests page by page, however many there are. */
public interface RequestQueue {

    /** The cases of those that match. */
    Docket docket(RequestFilter filter);

    /** Those that match and are in sight, in the filter's order. */
    List<AccessRequest> page(RequestFilter filter, Sight sight, Slice slice);

    long count(RequestFilter filter, Sight sight);

    /** What all requests of the realm are about. */
    Mentioned mentioned();

    /**
     * The same in bundles. One is urgent if one of its requests is, and as near to its expiry as the nearest; by time of
     * filing, its first request counts in ascending order, its last in descending.
     */
    List<Bundle> bundles(RequestFilter filter, Sight sight, Slice slice);

    long countBundles(RequestFilter filter, Sight sight);
}
