/* SPDX-License-Identifier: Apache-2.0 */
/** REST for those who change the configuration under four eyes. Every endpoint checks its caller. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.admin.change;
