/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Follows a log and keeps what it said in a folder, laid out as C2SP tlog-tiles serves it. Depends on {@code finding}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.mirror;
