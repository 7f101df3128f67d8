/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is in a log: canonical JSON (RFC 8785), and commitments to texts that must be erasable. Depends on {@code tree}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.transparency.entry;
