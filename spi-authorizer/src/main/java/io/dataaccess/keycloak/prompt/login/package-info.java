/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the approval prompt knows of a login: what it is for, and what its person has been told.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.prompt.login;
