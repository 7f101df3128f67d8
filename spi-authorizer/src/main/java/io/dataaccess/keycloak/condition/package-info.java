/* SPDX-License-Identifier: Apache-2.0 */
/**
 * CEL conditions of policies, checked when saved and evaluated live. The only package that sees dev.cel. Depends on access.
 *
 * <p>CEL's own rule for errors is kept: {@code ||} and {@code &&} absorb one where the other side decides, so
 * {@code true || <missing>} is true and {@code false && <missing>} is false, in either order; so do {@code exists} and
 * {@code all}. Everything else that meets an error is {@link ConditionResult#UNKNOWN}, and unknown means no.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.condition;
