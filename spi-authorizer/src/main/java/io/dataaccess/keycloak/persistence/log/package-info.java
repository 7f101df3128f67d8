/* SPDX-License-Identifier: Apache-2.0 */
/** The approval logs of realms in the database: entries, tiles of the tree, checkpoints. What is in a log stays when its realm is gone. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence.log;
