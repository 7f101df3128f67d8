/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.classification.DataCategory;
import java.util.List;

/**
 * What was approved, as it stood then.
 *
 * @param requestId the request that was approved
 * @param categories the categories of the scope when the request was filed
 */
public record Approval(String requestId, String purpose, List<DataCategory> categories) {

    public Approval {
        categories = List.copyOf(categories);
    }

    /** Whether each of these categories was approved, at no lower sensitivity. */
    public boolean coversAll(List<DataCategory> current) {
        return current.stream().allMatch(now -> categories.stream().anyMatch(approved -> approved.covers(now)));
    }
}
