/* SPDX-License-Identifier: Apache-2.0 */
/** What goes wrong around the server: the database goes away, the server is killed. Own servers, own databases. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.failure;
