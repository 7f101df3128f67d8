/* SPDX-License-Identifier: Apache-2.0 */
/**
 * CEL conditions of policies, checked when saved and evaluated live. The only package that sees dev.cel. Depends on access.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.condition;
