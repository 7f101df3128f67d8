/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the approval prompt knows of a login: when it began, whether it still holds, what it is for.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.prompt.login;
