package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;


/// The gradients of the weights of four or eight filters for three inputs of the window: vectors of sums, each lane over its own pixels. Between images the sums rest in
/// memory, which is exact; at the end the lanes are joined in pairs.
final class WeightTile {
    private static final int LANES = Species.FLOATS.length();

    private WeightTile() {}

    /// Adds products to the sums that begin at `at`: those of the first filter with the three inputs, then those of the next.
    ///
    /// @param height how many filters, 4 or 8
    /// @param x0 where the images' pixels for the first input begin, and so on
    /// @param outputs the output's gradient from `start` on, filters `apart` and vectors of pixels one [#step] after the other
    /// @param xs how much further on in the images each of so many vectors of pixels is
    static void add(int height, float[] image, int x0, int x1, int x2, float[] outputs, int start, int apart, int[] xs, int vectors, float[] sums, int at) {
        if (height == 8) {
            EightWeights.add(image, x0, x1, x2, outputs, start, step(height), xs, vectors, sums, at);
        } else {
            FourWeights.add(image, x0, x1, x2, outputs, start, apart, step(height), xs, vectors, sums, at);
        }
    }

    /// How far the gradient of a filter's next vector is. Those of eight filters lie side by side, so that one index serves all; those of four each in a run of its own:
    /// side by side the compiler loads them all at once, for which 16 registers do not suffice.
    static int step(int height) {
        return height == 8 ? 8 * LANES : LANES;
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
