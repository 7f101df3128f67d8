/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.grant.GrantStore;

/** What is kept. */
public record Records(RequestStore requests, GrantStore grants) {}
