package dev.cortado.engine.vector.product;

/// What distinguishes one [Tile] from another.
///
/// @param rows rows of C in registers
/// @param vectors vectors of columns in registers
/// @param layout how A lies in memory
/// @param lanes which lanes the tile writes
record TileShape(int rows, int vectors, Layout layout, Lanes lanes) {
    enum Layout {
        /// A row of A is contiguous along k: A·B.
        ROWS,
        /// A step of k is contiguous along the rows: Aᵀ·B, and every packed A.
        COLUMNS
    }

    enum Lanes {
        /// Every lane.
        ALL,
        /// Every lane, but the second vector overlaps the first: more columns than one vector has, fewer than two. The lanes they share get the same bits twice.
        OVERLAPPING,
        /// Some; the others exist in C, belong to this call's range and keep their value.
        BLENDED,
        /// Some; the others may not exist. A masked store is slow on 256 bits, hence the difference.
        MASKED
    }
}
