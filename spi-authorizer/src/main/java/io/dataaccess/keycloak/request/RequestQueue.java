/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.Visibility;
import java.util.List;

/** The realm's requests page by page, however many there are. */
public interface RequestQueue {

    /** The approval contexts of those that match. */
    ContextIndex index(RequestFilter filter);

    /** Those that match and are visible, in the filter's order. */
    List<AccessRequest> page(RequestFilter filter, Visibility visibility, PageRange page);

    long count(RequestFilter filter, Visibility visibility);

    /** What all requests of the realm are about. */
    RecordedNames recordedNames();

    /**
     * The bundles with a request that matches and is visible. One is urgent if one of its requests is, and as near to its expiry as the nearest; by time of
     * filing, its first request counts in ascending order, its last in descending.
     */
    List<Bundle> bundles(RequestFilter filter, Visibility visibility, PageRange page);

    long countBundles(RequestFilter filter, Visibility visibility);
}
