/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Access requests, votes, the quorum, and the work on them: filing, voting, ending.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.request;
