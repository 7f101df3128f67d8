/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Texts with signatures: C2SP signed-note and tlog-cosignature, Ed25519 only. Depends on {@code format}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.transparency.note;
