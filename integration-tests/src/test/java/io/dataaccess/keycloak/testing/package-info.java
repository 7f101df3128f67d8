/* SPDX-License-Identifier: Apache-2.0 */
/** What tests on a real Keycloak are written with: one server for all of them, a realm for each test class. */
@NullMarked
package io.dataaccess.keycloak.testing;

import org.jspecify.annotations.NullMarked;
