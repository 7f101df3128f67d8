// SPDX-License-Identifier: Apache-2.0

// Secondopinion opens the checkpoint of a mirror with the Go project's own code, computes its root anew from the tiles,
// and proves with them that each entry is in it and that it goes on from each smaller tree.
//
//	secondopinion DIR VKEY
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// folder reads hashes by the paths of C2SP tlog-tiles, which leave out the height that Go writes into them.
type folder string

func (dir folder) Height() int                         { return 8 }
func (dir folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (dir folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(dir), strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func main() {
	dir, vkey := os.Args[1], os.Args[2]
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	verifier, err := note.NewVerifier(vkey)
	check(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	var size int64
	_, err = fmt.Sscan(lines[1], &size)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder(dir))
	for i := int64(0); i < size; i++ {
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, i)})
		check(err)
		inclusion, err := tlog.ProveRecord(size, i, hashes)
		check(err)
		check(tlog.CheckRecord(inclusion, size, root, i, leaf[0]))
		old, err := tlog.TreeHash(i+1, hashes)
		check(err)
		consistency, err := tlog.ProveTree(size, i+1, hashes)
		check(err)
		check(tlog.CheckTree(consistency, size, root, i+1, old))
	}
	fmt.Printf("holds: %s, %d entries, root %s\n", lines[0], size, root)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
