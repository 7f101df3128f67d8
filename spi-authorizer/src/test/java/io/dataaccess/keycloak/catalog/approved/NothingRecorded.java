/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** In tests without a server nothing was ever approved, unless a test says so. */
public final class NothingRecorded implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        record(nothing());
    }

    /** From now on in this test class. */
    public static void record(RecordedConfiguration recorded) {
        ConfigurationReader.readWith(realmId -> recorded);
    }

    public static RecordedConfiguration nothing() {
        return new RecordedConfiguration(Optional.empty(), Optional.empty());
    }
}
