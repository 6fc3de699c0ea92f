package dev.cortado.engine.vector.window;

import org.jspecify.annotations.Nullable;

/// The filters over a batch: over images abreast as long as there are enough of them, where that pays, then over single ones. The sums are the same.
final class BatchFiltering {
    private final Filtering single;
    private final @Nullable Filtering several;
    private final int images;

    BatchFiltering(Strips strips, int filters) {
        single = new Filtering(strips, filters);
        several = Abreast.pays(strips, filters) ? new Filtering(new Abreast(strips.windows, strips.lanes), filters) : null;
        images = strips.lanes;
    }

    void take(float[] weight) {
        single.take(weight);
        if (several != null) {
            several.take(weight);
        }
    }

    /// Filters the next images, from `row` on and before `end`, and returns the row after them.
    int run(float[] batch, float[] result, int row, int end) {
        if (several != null && row + images <= end) {
            several.run(batch, result, row);
            return row + images;
        }
        single.run(batch, result, row);
        return row + 1;
    }
}
