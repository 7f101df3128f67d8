/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestSnapshot;
import io.dataaccess.keycloak.request.RequestState;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestFormTest {

    private static final DataCategory CONTACT =
            new DataCategory("us.user.contact", new ProtectionLevel("US", Sensitivity.CONFIDENTIAL), "Contact details");

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
    void isSentWhenARequestSaysTheSame() {
        AccessRequest request = request("Case 17\nof user 1001");

        assertThat(form("Case 17\r\nof user 1001 ").isSentAs(request)).isTrue();
        assertThat(form("Case 18").isSentAs(request)).isFalse();
    }

    private static RequestForm form(String justification) {
        return form(Map.of("purpose", "legal-request", "justification", justification, "duration", "PT2H"));
    }

    private static AccessRequest request(String justification) {
        UserRef lin = new UserRef("1", "lin");
        return new AccessRequest(
                "r",
                new RequestContent(
                        lin,
                        new Access(lin, new ClientRef("c", "sample-app"), new ScopeRef("s", "us-contact")),
                        new RequestReason("legal-request", justification, Optional.empty()),
                        Duration.ofHours(2),
                        false,
                        "b",
                        Optional.empty()),
                new RequestSnapshot(List.of(CONTACT), List.of(), List.of(), new Attributes(Map.of())),
                RequestState.pending(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
    }

    @Test
    void refusesWhenDurationIsNone() {
        RequestForm form = form(Map.of("duration", "an hour"));

        assertThatThrownBy(form::askedDuration).isInstanceOf(RejectedException.class);
    }
}
