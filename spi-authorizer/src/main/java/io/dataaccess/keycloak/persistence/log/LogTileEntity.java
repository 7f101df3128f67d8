/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.log;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Up to 256 hashes of one level of a realm's tree, as far as there are; a full tile never changes. */
@Entity
@Table(name = "DATA_ACCESS_LOG_TILE")
public class LogTileEntity {

    @EmbeddedId
    private TileKey key = new TileKey("", 0, 0);

    @Column(name = "HASHES", nullable = false)
    private String hashes = "";

    protected LogTileEntity() {}

    LogTileEntity(TileKey key, String hashes) {
        this.key = key;
        this.hashes = hashes;
    }

    TileKey key() {
        return key;
    }

    /** Base64, 32 bytes a hash. */
    String hashes() {
        return hashes;
    }

    void fill(String all) {
        this.hashes = all;
    }

    /** Which tile, of C2SP's tlog-tiles. */
    @Embeddable
    public record TileKey(
            @Column(name = "REALM_ID", nullable = false) String realmId,
            @Column(name = "TILE_LEVEL", nullable = false) int level,
            @Column(name = "TILE_INDEX", nullable = false) long index) {}
}
