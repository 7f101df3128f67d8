/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.policy.Login;
import java.time.Instant;

/**
 * What a vote rests on, kept as it stood then.
 *
 * @param attributes the approver's, those that the approver conditions read
 */
public record VoteEvidence(Instant votedAt, Login login, Attributes attributes) {}
