package dev.cortado.engine.vector.window;

/// A few filters over an image: a tile of four or eight filters and three vectors of pixels (or two, at the end) stays in registers while the inputs of the window go
/// by, each in one fused multiply-add. So every sum has the order of the weight, whatever the tile and the layout. A sum stays in a register only if it is a local
/// variable: hence a class, written out, for each height.
final class FilterTile {
    private FilterTile() {}

    /// @param height how many filters, 4 or 8
    /// @param weights so many weights for each input of the window, zeros where there are fewer filters
    /// @param start where the image begins, or the images that are laid out together
    /// @param channel how far the next filter's output is
    static void run(int height, float[] weights, float[] image, int start, Layout layout, float[] output, int at, int channel) {
        int[] p = layout.positions;
        int threes = Tiling.threes(p.length);
        int v = 0;
        for (; v < threes; v += 3) {
            int to = at + v * layout.lanes;
            if (height == 8) {
                EightFilters.three(weights, image, start + p[v], start + p[v + 1], start + p[v + 2], layout.offsets, layout.seen(v), output, to, channel);
            } else {
                FourFilters.three(weights, image, start + p[v], start + p[v + 1], start + p[v + 2], layout.offsets, layout.seen(v), output, to, channel);
            }
        }
        for (; v < p.length; v += 2) {
            int to = at + v * layout.lanes;
            if (height == 8) {
                EightFilters.two(weights, image, start + p[v], start + p[v + 1], layout.offsets, layout.seen(v), output, to, channel);
            } else {
                FourFilters.two(weights, image, start + p[v], start + p[v + 1], layout.offsets, layout.seen(v), output, to, channel);
            }
        }
    }
}
