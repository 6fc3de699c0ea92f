package dev.cortado.engine.vector.window;

/// The filters over one image after the other, a tile of them at a time.
final class Filtering {
    private final Strips strips;
    private final int filters;
    private final int[] heights;
    private final float[][] packed;
    private float[] image = {};
    private float[] outputs = {};

    Filtering(Strips strips, int filters) {
        this.strips = strips;
        this.filters = filters;
        heights = Tiling.heights(filters);
        packed = new float[heights.length][];
        for (int tile = 0; tile < heights.length; tile++) {
            packed[tile] = new float[heights[tile] * strips.offsets.length];
        }
    }

    /// Lays the weights of a tile's filters side by side.
    void take(float[] weight) {
        int inputs = strips.offsets.length;
        for (int tile = 0, first = 0; tile < packed.length; first += heights[tile], tile++) {
            int height = heights[tile];
            for (int f = 0; f < Math.min(height, filters - first); f++) {
                for (int i = 0; i < inputs; i++) {
                    packed[tile][height * i + f] = weight[(first + f) * inputs + i];
                }
            }
        }
    }

    void run(float[] images, int start, float[] result, int at) {
        if (strips.imagesAsTheyAre) {
            filter(images, start, result, at);
        } else {
            image = image.length == 0 ? new float[strips.image] : image;
            strips.layOutImage(images, start, image, 0);
            filter(image, 0, result, at);
        }
    }

    private void filter(float[] pixels, int start, float[] result, int at) {
        int places = strips.windows.places();
        for (int tile = 0, first = 0; tile < packed.length; first += heights[tile], tile++) {
            int height = heights[tile];
            int there = Math.min(height, filters - first);
            if (strips.outputsAsTheyAre && there == height) {
                FilterTile.run(height, packed[tile], pixels, start, strips, result, at + first * places, places);
            } else {
                outputs = outputs.length == 0 ? new float[heights[0] * strips.plane] : outputs;
                FilterTile.run(height, packed[tile], pixels, start, strips, outputs, 0, strips.plane);
                strips.takeOutput(outputs, there, result, at + first * places);
            }
        }
    }
}
