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
        String error, String errorMessage, @Nullable Map<String, String> params) {

    static ErrorBody of(String error, String errorMessage) {
        return new ErrorBody(error, errorMessage, null);
    }

    static ErrorBody of(String error, String errorMessage, Map<String, String> params) {
        return new ErrorBody(error, errorMessage, params.isEmpty() ? null : params);
    }
}
