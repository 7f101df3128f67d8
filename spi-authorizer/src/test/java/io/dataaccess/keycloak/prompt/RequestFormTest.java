/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.request.RequestReason;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestFormTest {

    private static RequestForm form(Map<String, String> fields) {
        return RequestForm.of(new MultivaluedHashMap<>(fields));
    }

    @Test
    void keepsWhatWasTyped() {
        RequestForm form = form(Map.of(
                "purpose", "legal-request",
                "justification", "  Case 17  ",
                "ticket", "LEGAL-17",
                "duration", "PT2H",
                "urgent", "on"));

        assertThat(form.typed())
                .containsEntry("justification", "  Case 17  ")
                .containsEntry("duration", "PT2H")
                .containsEntry("urgent", true);
        assertThat(form.reason()).isEqualTo(new RequestReason("legal-request", "  Case 17  ", Optional.of("LEGAL-17")));
        assertThat(form.askedDuration()).contains(Duration.ofHours(2));
        assertThat(form.urgent()).isTrue();
    }

    @Test
    void asksForNothingWhenFieldsAreMissing() {
        RequestForm form = form(Map.of("ticket", " "));

        assertThat(form.reason()).isEqualTo(new RequestReason("", "", Optional.empty()));
        assertThat(form.askedDuration()).isEmpty();
        assertThat(form.urgent()).isFalse();
        assertThat(RequestForm.empty().typed()).isEqualTo(form(Map.of()).typed());
    }

    @Test
    void refusesWhenDurationIsNone() {
        RequestForm form = form(Map.of("duration", "an hour"));

        assertThatThrownBy(form::askedDuration).isInstanceOf(RejectedException.class);
    }
}
