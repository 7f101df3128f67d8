/* SPDX-License-Identifier: Apache-2.0 */
/** Whatever is derived from an approval ends with it: each kind of credential, each way an approval ends. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.derived;
