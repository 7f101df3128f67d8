/* SPDX-License-Identifier: Apache-2.0 */
/** The whole story as people live it: the sample application, a browser, a real Keycloak. */
@NullMarked
package io.dataaccess.keycloak.it.story;

import org.jspecify.annotations.NullMarked;
