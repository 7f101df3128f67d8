/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.admin.AdminCall;
import io.dataaccess.keycloak.web.ErrorResponses;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classification as a whole, as a pipeline sends it. */
public final class WholeClassification {

    private static final String DRY_RUN = "dryRun";

    private WholeClassification() {}

    /** Lets it come into force, files it, or says what would be different. */
    public static Response put(AdminCall call, @Nullable InputStream body) {
        return call.answerForPolicyAdmin(List.of(DRY_RUN), caller -> {
            boolean dryRun = call.query().flag(DRY_RUN).orElse(false);
            ConfigurationBody sent = ConfigurationBody.read(body);
            return ErrorResponses.ok(new Proposals(call).replace(caller, sent, dryRun));
        });
    }
}
