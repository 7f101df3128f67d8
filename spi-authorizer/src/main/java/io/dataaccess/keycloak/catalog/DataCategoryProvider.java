/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import org.keycloak.provider.Provider;

/** Marks the component type of data categories; a category is nothing but its configuration. */
public interface DataCategoryProvider extends Provider {}
