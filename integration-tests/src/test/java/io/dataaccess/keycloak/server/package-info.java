/* SPDX-License-Identifier: Apache-2.0 */
/** That the server starts with our jars. */
@NullMarked
package io.dataaccess.keycloak.server;

import org.jspecify.annotations.NullMarked;
