/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.dataaccess.sample;

import org.jspecify.annotations.NullMarked;
