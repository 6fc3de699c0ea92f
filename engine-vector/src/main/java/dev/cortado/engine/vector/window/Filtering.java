package dev.cortado.engine.vector.window;

/// The filters over one image after the other, four filters at a time.
final class Filtering {
    private final Strips strips;
    private final int filters;
    private final float[][] packed;
    private float[] image = {};
    private float[] outputs = {};

    Filtering(Strips strips, int filters) {
        this.strips = strips;
        this.filters = filters;
        packed = new float[Math.ceilDiv(filters, 4)][];
    }

    /// Lays the weights of four filters side by side.
    void take(float[] weight) {
        int inputs = strips.offsets.length;
        for (int tile = 0; tile < packed.length; tile++) {
            packed[tile] = packed[tile] == null ? new float[4 * inputs] : packed[tile];
            for (int f = 4 * tile; f < Math.min(filters, 4 * tile + 4); f++) {
                for (int i = 0; i < inputs; i++) {
                    packed[tile][4 * i + f % 4] = weight[f * inputs + i];
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
        for (int tile = 0; tile < packed.length; tile++) {
            int four = Math.min(4, filters - 4 * tile);
            int to = at + 4 * tile * places;
            if (strips.outputsAsTheyAre && four == 4) {
                FilterTile.run(packed[tile], pixels, start, strips, result, to, places);
            } else {
                outputs = outputs.length == 0 ? new float[4 * strips.plane] : outputs;
                FilterTile.run(packed[tile], pixels, start, strips, outputs, 0, strips.plane);
                strips.takeOutput(outputs, four, result, to);
            }
        }
    }
}
