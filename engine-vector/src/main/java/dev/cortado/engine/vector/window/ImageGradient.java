package dev.cortado.engine.vector.window;

import java.util.Arrays;

/// The way back to one image after the other: place by place in the window, four channels at a time.
final class ImageGradient {
    private final Strips strips;
    private final int filters;
    private final int tiles;
    private float[] packed = {};
    private float[] image = {};
    private float[] outputs = {};
    private float[] ready = {};

    ImageGradient(Strips strips, int filters) {
        this.strips = strips;
        this.filters = filters;
        tiles = Math.ceilDiv(strips.windows.channels(), 4);
    }

    /// Lays the weights of four channels side by side: place by place, tile by tile, filter by filter.
    void take(float[] weight) {
        int inputs = strips.offsets.length;
        int taps = strips.taps.length;
        packed = packed.length == 0 ? new float[taps * tiles * filters * 4] : packed;
        for (int f = 0; f < filters; f++) {
            for (int i = 0; i < inputs; i++) {
                int channel = i / taps;
                packed[((i % taps * tiles + channel / 4) * filters + f) * 4 + channel % 4] = weight[f * inputs + i];
            }
        }
    }

    void run(float[] outputGradient, int start, float[] imagesGradient, int at) {
        image = image.length == 0 ? new float[4 * tiles * strips.channel] : image;
        Arrays.fill(image, 0);
        ready = ready.length == 0 ? new float[filters * strips.plane] : ready;
        if (strips.outputsAsTheyAre) {
            ImageTile.pack(outputGradient, start, filters, strips, ready);
        } else {
            outputs = outputs.length == 0 ? new float[filters * strips.plane] : outputs;
            strips.layOutOutput(outputGradient, start, filters, outputs, 0);
            ImageTile.pack(outputs, 0, filters, strips, ready);
        }
        add();
        strips.takeImage(image, imagesGradient, at);
    }

    private void add() {
        for (int tap = 0; tap < strips.taps.length; tap++) {
            for (int tile = 0; tile < tiles; tile++) {
                ImageTile.run(packed, (tap * tiles + tile) * filters * 4, filters, ready, strips,
                        image, 4 * tile * strips.channel + strips.taps[tap]);
            }
        }
    }
}
