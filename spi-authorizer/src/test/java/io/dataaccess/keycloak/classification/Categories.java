/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import java.util.List;

/** The data categories of the demo realm. */
public final class Categories {

    private Categories() {}

    public static DataCategory usPublic() {
        return of("us.user.content.public", "US", Sensitivity.PUBLIC);
    }

    public static DataCategory usContact() {
        return of("us.user.contact", "US", Sensitivity.CONFIDENTIAL);
    }

    public static DataCategory usPrivateContent() {
        return of("us.user.content.private", "US", Sensitivity.RESTRICTED);
    }

    public static DataCategory usLocation() {
        return of("us.user.location.precise", "US", Sensitivity.RESTRICTED);
    }

    public static DataCategory euContact() {
        return of("eu.user.contact", "EU", Sensitivity.CONFIDENTIAL);
    }

    public static List<DataCategory> all() {
        return List.of(usPublic(), usContact(), usPrivateContent(), usLocation(), euContact());
    }

    public static DataCategory of(String key, String jurisdiction, Sensitivity sensitivity) {
        return new DataCategory(key, new ProtectionLevel(jurisdiction, sensitivity), "Label of " + key);
    }

    /** This category, moved to this sensitivity. */
    public static DataCategory at(Sensitivity sensitivity, DataCategory category) {
        return of(category.key(), category.level().jurisdiction(), sensitivity);
    }
}
