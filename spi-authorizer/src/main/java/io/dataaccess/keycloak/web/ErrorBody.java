/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How every error looks.
 *
 * @param error a code that stays the same, to be translated by
 * @param errorMessage what to do, in English
 * @param params what the message names, by name; absent when nothing
 */
@Schema(name = "Error")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
        @Schema(description = CODES) String error,
        String errorMessage,
        @Nullable Map<String, String> params) {

    /** The codes of each status, for the OpenAPI file. */
    static final String CODES = "Stays the same; new ones may come."
            + " 400: invalid_request, unknown_parameter, unknown_client, unknown_scope, unknown_subject, unknown_purpose,"
            + " invalid_justification, invalid_ticket, invalid_duration, invalid_comment, no_approval_needed,"
            + " invalid_configuration."
            + " 401: invalid_token, insufficient_user_authentication."
            + " 403: forbidden, wrong_realm, wrong_client, insufficient_scope, service_account, impersonated, not_eligible,"
            + " undecidable, not_a_service_owner, not_an_approver, own_request, conditions_not_met,"
            + " not_the_proposer."
            + " 404: not_found. 405: method_not_allowed. 406: not_acceptable."
            + " 409: conflict, unclassified, no_policy, no_approver, different_pending, too_many_pending, not_pending,"
            + " already_voted, already_ended, reclassified, overtaken, nothing_changed, not_required."
            + " 413: too_large. 415: unsupported_media_type. 429: too_soon. 500: unknown_error. 503: unavailable.";

    static ErrorBody of(String error, String errorMessage) {
        return new ErrorBody(error, errorMessage, null);
    }

    static ErrorBody of(String error, String errorMessage, Map<String, String> params) {
        return new ErrorBody(error, errorMessage, params.isEmpty() ? null : params);
    }
}
