package dev.cortado.engine.vector.product;

/// What distinguishes one [Tile] from another.
///
/// @param rows rows of C in registers
/// @param vectors vectors of columns in registers; a tile of one vector writes only the lanes it is told to
/// @param layout how A lies in memory
record TileShape(int rows, int vectors, Layout layout) {
    enum Layout {
        /// A row of A is contiguous along k: A·B.
        ROWS,
        /// A step of k is contiguous along the rows: Aᵀ·B, and every packed A.
        COLUMNS
    }
}
