/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A witness by C2SP tlog-witness, for the auditor's own house. Depends on {@code finding}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.witness;
