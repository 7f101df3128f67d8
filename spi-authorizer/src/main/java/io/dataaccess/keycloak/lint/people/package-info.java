/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks of people and what makes them approvers or requesters: groups, roles, attributes, identity providers, directories.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.people;
