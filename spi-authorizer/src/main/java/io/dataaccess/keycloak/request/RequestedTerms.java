/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.time.Duration;

/**
 * What is wished for.
 *
 * @param duration of the grant
 * @param bundle shared by requests filed together
 */
public record RequestedTerms(Duration duration, boolean urgent, String bundle) {}
