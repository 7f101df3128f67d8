/* SPDX-License-Identifier: Apache-2.0 */
/** The auditor's jar, run as an auditor runs it. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.testing.audit;
