/* SPDX-License-Identifier: Apache-2.0 */
/** A real Keycloak as a child process, for the tests and the demo. Plain Java: the demo runs it inside Maven. */
@NullMarked
package io.dataaccess.keycloak.server;

import org.jspecify.annotations.NullMarked;
