/* SPDX-License-Identifier: Apache-2.0 */
/** What {@code mvn -Pdemo} runs once everything is packaged. */
@NullMarked
package io.dataaccess.keycloak.demo;

import org.jspecify.annotations.NullMarked;
