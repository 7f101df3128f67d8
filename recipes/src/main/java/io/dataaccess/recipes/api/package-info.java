/* SPDX-License-Identifier: Apache-2.0 */
/** The API: opens data only to tokens that an approval stands behind. */
@NullMarked
package io.dataaccess.recipes.api;

import org.jspecify.annotations.NullMarked;
