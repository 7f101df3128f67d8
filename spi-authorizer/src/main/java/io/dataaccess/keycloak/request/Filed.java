/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/**
 * A request that is pending now.
 *
 * @param created whether it was filed just now, or an identical one was pending already
 */
public record Filed(AccessRequest request, boolean created) {}
