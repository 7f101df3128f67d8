/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import java.time.Duration;
import java.util.Optional;

/**
 * What is on a vote.
 *
 * @param comment blank when there is none
 * @param duration a shorter duration than asked for, if the approver wants one
 */
public record VoteInput(VoteDecision decision, String comment, Optional<Duration> duration) {}
