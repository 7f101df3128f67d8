/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import java.time.Instant;

/**
 * What a condition sees apart from people.
 *
 * @param clientId the OAuth client id
 * @param scope name of the guarded scope
 * @param purpose as stated in the request, empty where there is none yet
 */
public record Environment(String clientId, String scope, Instant now, String purpose) {}
