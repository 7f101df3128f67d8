/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.Visibility;
import java.util.List;

/** The realm's requests page by page, however many there are. */
public interface RequestQueue {

    /** The approval contexts of requests, with the subjects of those that match. */
    ContextIndex index(RequestFilter filter);

    /** Those that match and are visible, in the filter's order. */
    List<AccessRequest> page(RequestFilter filter, Visibility visibility, PageRange page);

    /** How many there are, counted no further than one more than {@link PageRange#MOST}. */
    long count(RequestFilter filter, Visibility visibility);

    /** What all requests of the realm are about. */
    RecordedNames recordedNames();

    /** The bundles with a request that matches and is visible: each stands where the first of these would stand alone. */
    List<Bundle> bundles(RequestFilter filter, Visibility visibility, PageRange page);

    /** How many bundles there are; one more than {@link PageRange#MOST} when there are more requests than that in them. */
    long countBundles(RequestFilter filter, Visibility visibility);
}
