/* SPDX-License-Identifier: Apache-2.0 */
/** Ways to a token that need more than a plain login: other features of Keycloak, or a Keycloak without our jars. */
@NullMarked
package io.dataaccess.keycloak.it.features;

import org.jspecify.annotations.NullMarked;
