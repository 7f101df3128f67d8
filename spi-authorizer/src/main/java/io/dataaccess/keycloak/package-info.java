/* SPDX-License-Identifier: Apache-2.0 */
/** No token opens classified user data until the right people have approved it. Holds nothing but its packages. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak;
