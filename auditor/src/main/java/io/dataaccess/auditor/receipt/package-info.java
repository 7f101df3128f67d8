/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A receipt, verified without a network. Depends on {@code rules}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.receipt;
