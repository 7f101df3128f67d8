/* SPDX-License-Identifier: Apache-2.0 */
/**
 * REST for the requester: what may be asked for, one's own requests and grants. Depends on session and web.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.account;
