/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import org.keycloak.provider.Provider;

/** Marks the component type of approval policies; a policy is nothing but its configuration. */
public interface ApprovalPolicyProvider extends Provider {}
