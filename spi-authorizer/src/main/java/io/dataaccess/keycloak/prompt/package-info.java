/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The approval prompt in the browser: a login with a guarded scope that is not allowed asks, waits, sees the answer, goes on
 * without, or gives up. Nothing is decided here, and nothing is kept but in the login itself and in requests.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.prompt;
