package dev.cortado.engine.vector.window;

/// The filters over one image after the other, or over those that are laid out together, a tile of filters at a time.
final class Filtering {
    private final Layout layout;
    private final int filters;
    private final int[] heights;
    private final float[][] packed;
    private float[] image = {};
    private float[] outputs = {};

    Filtering(Layout layout, int filters) {
        this.layout = layout;
        this.filters = filters;
        heights = Tiling.heights(filters);
        packed = new float[heights.length][];
        for (int tile = 0; tile < heights.length; tile++) {
            packed[tile] = new float[heights[tile] * layout.offsets.length];
        }
    }

    /// Lays the weights of a tile's filters side by side.
    void take(float[] weight) {
        int inputs = layout.offsets.length;
        for (int tile = 0, first = 0; tile < packed.length; first += heights[tile], tile++) {
            int height = heights[tile];
            for (int f = 0; f < Math.min(height, filters - first); f++) {
                for (int i = 0; i < inputs; i++) {
                    packed[tile][height * i + f] = weight[(first + f) * inputs + i];
                }
            }
        }
    }

    /// Filters the images from `row` on that are laid out together.
    void run(float[] batch, float[] result, int row) {
        int start = row * layout.windows.pixels();
        int at = row * filters * layout.windows.places();
        if (layout.imagesAsTheyAre()) {
            filter(batch, start, result, at);
        } else {
            image = image.length == 0 ? new float[layout.image()] : image;
            layout.layOutImages(batch, start, image, 0);
            filter(image, 0, result, at);
        }
    }

    private void filter(float[] pixels, int start, float[] result, int at) {
        int places = layout.windows.places();
        for (int tile = 0, first = 0; tile < packed.length; first += heights[tile], tile++) {
            int height = heights[tile];
            int there = Math.min(height, filters - first);
            if (layout.outputsAsTheyAre() && there == height) {
                FilterTile.run(height, packed[tile], pixels, start, layout, result, at + first * places, places);
            } else {
                outputs = outputs.length == 0 ? new float[heights[0] * layout.plane] : outputs;
                FilterTile.run(height, packed[tile], pixels, start, layout, outputs, 0, layout.plane);
                layout.takeOutputs(outputs, there, result, at + first * places, filters * places);
            }
        }
    }
}
