/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

/** A tile that a tree of this size must have is not there. */
public final class MissingTileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TilePath path;

    public MissingTileException(TilePath path) {
        super(path + " is missing");
        this.path = path;
    }

    public TilePath path() {
        return path;
    }
}
