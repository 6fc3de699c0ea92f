package dev.cortado.engine.vector.product;

import java.util.function.Supplier;

/// The products that use the Vector API, together: to load it takes 20 ms.
final class VectorProducts {
    final RowProduct oneRow;
    final SparseRowProduct sparseRow = new SparseRowProduct();
    final StraightProduct straight;
    final BlockedProduct blocked;

    /// @param rightFirst whether B is copied before a sparse A is looked at
    VectorProducts(Supplier<Ripeness> ripeness, boolean rightFirst) {
        Packing packing = new Packing(ripeness);
        CacheLines lines = new CacheLines(ripeness.get());
        oneRow = new RowProduct(new LinedRowProduct(ripeness.get(), lines));
        straight = new StraightProduct(ripeness, packing, lines);
        blocked = new BlockedProduct(ripeness, packing, lines, rightFirst);
    }
}
