/**
 * Requests, votes and grants in Keycloak's database. The only package that sees JPA; work happens in the caller's
 * transaction. Depends on the kernel, nothing but {@code session} depends on it.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence;
