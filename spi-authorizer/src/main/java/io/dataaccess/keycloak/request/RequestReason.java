/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.util.Optional;

/**
 * Why access is asked for.
 *
 * @param purpose one of the policy's closed list
 * @param justification in the requester's words
 * @param ticket reference to a case elsewhere
 */
public record RequestReason(String purpose, String justification, Optional<String> ticket) {}
