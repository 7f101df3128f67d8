/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Merkle tree of RFC 6962, kept in the tiles of C2SP tlog-tiles. A tree is grown and proved from its tiles, through
 * the seam {@link io.dataaccess.transparency.tree.TileSource}, without reading all of it. Depends on {@code format}.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.transparency.tree;
