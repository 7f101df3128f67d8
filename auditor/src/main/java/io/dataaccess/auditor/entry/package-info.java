/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The entries of a realm's log, read strictly; kinds and fields that are not known are counted. Depends on {@code finding}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.entry;
