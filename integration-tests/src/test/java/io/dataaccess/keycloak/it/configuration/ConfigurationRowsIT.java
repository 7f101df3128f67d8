/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever changes in the database what was approved is found, and nothing is decided")
final class ConfigurationRowsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final RealmUnderApproval asked = new RealmUnderApproval(realm);

    private static final String CONTACT = "us-contact";

    @BeforeAll
    static void require() {
        realm.switchStepUp(false);
        asked.set("required");
    }

    @BeforeEach
    void isAsApproved() {
        assertThat(asked.codes()).doesNotContain("not_approved", "configuration_tampered");
        assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTENT = replace(CONTENT, 'CONFIDENTIAL', 'PUBLIC')",
                "CONTENT_HASH = 'abc'",
                "REQUIRED = false",
                "VERSION = VERSION + 1"
            })
    void decidesNothingWhenARowWasChanged(String assignment) {
        int version = asked.rows().version();
        String content = asked.rows().content();
        String hash = hash();
        asked.rows().change(assignment);
        asked.rows().touch(0);

        assertThat(asked.reason(CONTACT)).isEqualTo("unclassified");
        assertThat(asked.codes()).contains("configuration_tampered");

        asked.rows()
                .change("CONTENT = '" + content.replace("'", "''") + "', CONTENT_HASH = '" + hash
                        + "', REQUIRED = true, VERSION = " + version);
        asked.rows().touch(version);
    }

    @Test
    void decidesNothingWhenTheRowsAreGone() {
        asked.rows().moveTo("elsewhere");
        asked.rows().touch(0);

        assertThat(asked.reason(CONTACT)).isEqualTo("unclassified");
        assertThat(asked.codes()).contains("configuration_tampered");

        asked.rows().moveBackFrom("elsewhere");
        asked.rows().touch(1);
    }

    private String hash() {
        return ApprovedRows.sha256(asked.rows().content());
    }
}
