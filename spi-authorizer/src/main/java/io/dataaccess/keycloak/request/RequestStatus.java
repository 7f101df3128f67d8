/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/** Where a request stands. */
public enum RequestStatus {
    PENDING,
    APPROVED,
    DENIED,
    CANCELLED,
    EXPIRED
}
