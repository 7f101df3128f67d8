/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Replays a mirrored log, and compares an export of access grants with it. Depends on {@code mirror} and {@code rules}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.check;
