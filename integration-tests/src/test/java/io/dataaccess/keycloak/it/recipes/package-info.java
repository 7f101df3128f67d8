/* SPDX-License-Identifier: Apache-2.0 */
/** The code of docs/clients.md, as it stands there. */
@NullMarked
package io.dataaccess.keycloak.it.recipes;

import org.jspecify.annotations.NullMarked;
