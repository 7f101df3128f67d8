/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How every error looks. */
@Schema(name = "Error")
public record ErrorBody(String error, String errorMessage) {}
