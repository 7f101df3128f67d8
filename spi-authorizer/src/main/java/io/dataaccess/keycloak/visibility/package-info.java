/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Approval contexts: all that who may see or decide a record depends on. Lists ask the rules once for each context, not for
 * each row. Depends on classification.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.visibility;
