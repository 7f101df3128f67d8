/* SPDX-License-Identifier: Apache-2.0 */
/** People who sign in through another identity provider, here a second realm of the same Keycloak. */
@NullMarked
package io.dataaccess.keycloak.it.broker;

import org.jspecify.annotations.NullMarked;
