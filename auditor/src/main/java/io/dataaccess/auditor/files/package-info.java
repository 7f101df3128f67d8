/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reading, writing and locking files. Depends on {@code finding}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.auditor.files;
