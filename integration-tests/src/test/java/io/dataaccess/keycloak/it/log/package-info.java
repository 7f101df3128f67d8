/* SPDX-License-Identifier: Apache-2.0 */
/** The approval log and receipts, verified as an outsider does. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.log;
