/* SPDX-License-Identifier: Apache-2.0 */
/** Every way to vote, withdraw and revoke, alone and at the same moment, on a real Keycloak. */
@NullMarked
package io.dataaccess.keycloak.it.votes;

import org.jspecify.annotations.NullMarked;
