/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The approval log of a realm: what becomes of requests and grants is written into it, with a proof for outsiders that nobody has
 * changed it since. Depends on the kernel and on {@code persistence}; the formats are in the module {@code transparency}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.log;
