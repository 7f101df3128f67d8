/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the tool says: findings with the index of an entry, or that nothing can be said.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.finding;
