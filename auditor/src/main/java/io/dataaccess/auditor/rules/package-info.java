/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What must be true of the entries of a log: how a request becomes an access grant. Depends on {@code entry}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.rules;
