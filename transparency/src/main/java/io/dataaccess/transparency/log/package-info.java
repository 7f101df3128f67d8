/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a log, a witness and a verifier say to one another: C2SP tlog-checkpoint, tlog-proof, tlog-witness, tlog-policy.
 * Depends on {@code tree} and {@code note}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.transparency.log;
