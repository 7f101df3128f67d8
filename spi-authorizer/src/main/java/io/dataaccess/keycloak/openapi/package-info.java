/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where Keycloak mounts the two REST interfaces, told to the generator of the OpenAPI file. Left out of the jar: to the
 * server these classes would be interfaces of their own.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.openapi;
