/* SPDX-License-Identifier: Apache-2.0 */
/** The web application: signs in with the least, and asks for one more scope when the API wants it. */
@NullMarked
package io.dataaccess.recipes.web;

import org.jspecify.annotations.NullMarked;
