/* SPDX-License-Identifier: Apache-2.0 */
/** The code of docs/clients.md for Spring Security; integration tests run it. */
@NullMarked
package io.dataaccess.recipes;

import org.jspecify.annotations.NullMarked;
