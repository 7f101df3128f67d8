/* SPDX-License-Identifier: Apache-2.0 */
/** Approved configurations as they are stored: rows are added, and never changed. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence.configuration;
