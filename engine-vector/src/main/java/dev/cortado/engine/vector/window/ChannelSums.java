package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import dev.cortado.tensor.Tensor;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sums of channels over all images and pixels: a channel of an image in vectors, and those sums in float64.
public final class ChannelSums {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private ChannelSums() {}

    /// sums += the sum of each channel of images [rows, channels, height, width].
    public static void add(Tensor images, Tensor sums) {
        int channels = sums.elements();
        int pixels = images.columns() / channels;
        float[] lanes = new float[LANES];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int start = c * pixels; start < images.elements(); start += channels * pixels) {
                sum += sum(images.data(), start, pixels, lanes);
            }
            sums.data()[c] += (float) sum;
        }
    }

    private static float sum(float[] image, int start, int pixels, float[] lanes) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= pixels - 2 * LANES; i += 2 * LANES) {
            even = even.add(FloatVector.fromArray(SPECIES, image, start + i));
            odd = odd.add(FloatVector.fromArray(SPECIES, image, start + i + LANES));
        }
        even.add(odd).intoArray(lanes, 0);
        float sum = WeightTile.join(lanes, 0);
        for (; i < pixels; i++) {
            sum += image[start + i];
        }
        return sum;
    }
}
