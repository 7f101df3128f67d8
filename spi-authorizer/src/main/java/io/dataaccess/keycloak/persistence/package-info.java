/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Requests, votes and grants in Keycloak's database. The only package that sees JPA; work happens in the caller's
 * transaction. Depends on the kernel; {@code session} builds it, {@code notify} and {@code login} keep rows of their own in it.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence;
