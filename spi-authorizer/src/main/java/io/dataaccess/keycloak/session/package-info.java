/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The composition root: the only place that builds the objects, once per Keycloak session. The rim meets here.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.session;
