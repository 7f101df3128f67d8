/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Bad input in bulk, and privacy: nothing that is sent makes the server fail, change what it must not, or tell what is not
 * the caller's.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.bulk;
