/* SPDX-License-Identifier: Apache-2.0 */
/** Where changes of the configuration need approval, nobody changes it alone. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.configuration;
