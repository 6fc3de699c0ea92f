package dev.cortado.layer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// In training, sets each number to 0 with a probability and enlarges the others, so that the mean stays; in inference does
/// nothing (Srivastava et al., *Dropout*, 2014).
///
/// @param rate the probability
public record Dropout(@Setting(min = 0, below = 1) double rate) implements Layer {
    /// With a rate of ½.
    public Dropout() {
        this(0.5);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        if (!step.training() || rate == 0) {
            return new Pass(input, gradient -> gradient);
        }
        return new Pass(drop(input, step), gradient -> drop(gradient, step));
    }

    @Override
    public Tensor output(Tensor input, Parameters parameters, Step step) {
        return input;
    }

    /// The mask is not kept: the same randomness gives it again on the way back.
    private Tensor drop(Tensor tensor, Step step) {
        Tensor result = step.ops().tensor(tensor.shape());
        drop(tensor.data(), step.randomness(), result.data());
        return result;
    }

    /// A number is dropped where a random one is below the rate. They are compared as multiples of 2⁻²⁴ and the outcome masks
    /// the result's bits: a branch that is taken at random costs more than all the rest.
    private void drop(float[] from, Randomness randomness, float[] to) {
        float kept = (float) (1 / (1 - rate));
        long last = (long) Math.ceil(rate * (1 << 24)) - 1;
        for (int i = 0; i < to.length; i++) {
            int mask = (int) ((last - (randomness.bits(i) >>> 40)) >> 63);
            to[i] = Float.intBitsToFloat(Float.floatToRawIntBits(from[i] * kept) & mask);
        }
    }
}
