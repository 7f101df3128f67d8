/* SPDX-License-Identifier: Apache-2.0 */
/** Change requests as they are stored. Only their state and votes change. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence.change;
