/* SPDX-License-Identifier: Apache-2.0 */
/** The two jars as they are handed out. */
@NullMarked
package io.dataaccess.keycloak.it.release;

import org.jspecify.annotations.NullMarked;
