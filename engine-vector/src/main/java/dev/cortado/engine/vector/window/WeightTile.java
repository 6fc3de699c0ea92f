package dev.cortado.engine.vector.window;

import jdk.incubator.vector.FloatVector;

/// The gradients of the weights of four or eight filters for three inputs of the window: vectors of sums, each lane over its own pixels. Between images the sums rest in
/// memory, which is exact; at the end the lanes are joined in pairs.
final class WeightTile {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    private WeightTile() {}

    /// Adds products to the sums that begin at `at`: those of the first filter with the three inputs, then those of the next.
    ///
    /// @param height how many filters, 4 or 8
    /// @param x0 where the images' pixels for the first input begin, and so on
    /// @param outputs the output's gradient from `start` on: for every vector of pixels that of each filter
    /// @param xs how much further on in the images each of so many vectors of pixels is
    static void add(int height, float[] image, int x0, int x1, int x2, float[] outputs, int start, int[] xs, int vectors, float[] sums, int at) {
        if (height == 8) {
            EightWeights.add(image, x0, x1, x2, outputs, start, xs, vectors, sums, at);
        } else {
            FourWeights.add(image, x0, x1, x2, outputs, start, xs, vectors, sums, at);
        }
    }

    /// The sum of all lanes; overwrites them.
    static float join(float[] sums, int at) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = at; i < at + half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[at];
    }
}
