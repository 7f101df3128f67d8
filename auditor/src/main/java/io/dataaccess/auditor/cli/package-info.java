/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands. Depends on all others, and nothing on it.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.cli;
