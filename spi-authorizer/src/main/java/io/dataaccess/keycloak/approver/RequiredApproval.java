/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.GroupRef;

/** How many people of a group must approve. */
public record RequiredApproval(GroupRef group, int count) {}
