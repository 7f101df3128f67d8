/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

/** An approval on its way: who gives it to which request. */
record Ballot(String requestId, String approver) {}
