package dev.cortado.engine.ojalgo;

import java.util.HashMap;
import java.util.Map;

/// Rows that are used again, for each shape one: ojAlgo takes a row's length for the matrix's, so longer ones will not do.
final class RowScratch {
    /// A network has a few shapes, which come again in every step; beyond so many, all are given up.
    private static final int SHAPES_KEPT = 32;

    private final Map<Size, double[][]> kept = new HashMap<>();

    /// Rows of this shape, with any contents.
    double[][] take(int rows, int columns) {
        Size size = new Size(rows, columns);
        double[][] scratch = kept.get(size);
        if (scratch == null) {
            if (kept.size() == SHAPES_KEPT) {
                kept.clear();
            }
            scratch = new double[rows][columns];
            kept.put(size, scratch);
        }
        return scratch;
    }

    private record Size(int rows, int columns) {
    }
}
