/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How numbers, bytes and lines are written in C2SP's formats, and what is refused. Depends on nothing.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.transparency.format;
