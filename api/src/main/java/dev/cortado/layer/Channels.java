package dev.cortado.layer;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The channels of a batch, its second axis: each is a run of neighbouring numbers in every sample. Sums are taken in float64,
/// of each place in the run over the samples, then over the run: so the inner loops have no sum to wait for, and the compiler
/// makes vector code of them.
///
/// A mean is taken off in two parts, as a float32 and the rest that this lacks: far from 0 its rounding would be seen in what is left of x.
final class Channels {
    private final int samples;
    private final int count;
    private final int run;
    /// Those of each place.
    private final double[] sums;

    private Channels(int samples, int count, int run, double[] sums) {
        this.samples = samples;
        this.count = count;
        this.run = run;
        this.sums = sums;
    }

    static Channels of(Tensor batch, Ops ops) {
        int count = batch.shape().length(1);
        int run = batch.columns() / count;
        return new Channels(batch.rows(), count, run, ops.once(double[].class, new Run(run), (key, _) -> new double[key.length()]));
    }

    private record Run(int length) {
    }

    /// How many channels there are.
    int count() {
        return count;
    }

    /// How many numbers there are in one channel.
    int size() {
        return samples * run;
    }

    private int start(int sample, int channel) {
        return (sample * count + channel) * run;
    }

    double sum(Tensor x, int channel) {
        Arrays.fill(sums, 0);
        for (int sample = 0; sample < samples; sample++) {
            add(x.data(), start(sample, channel), sums);
        }
        return sum();
    }

    private static void add(float[] x, int start, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += x[start + i];
        }
    }

    private double sum() {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    double mean(Tensor x, int channel) {
        return sum(x, channel) / size();
    }

    /// The biased one.
    double variance(Tensor x, int channel, double mean) {
        Arrays.fill(sums, 0);
        for (int sample = 0; sample < samples; sample++) {
            addSquares(x.data(), start(sample, channel), mean, sums);
        }
        return sum() / size();
    }

    private static void addSquares(float[] x, int start, double mean, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            double difference = x[start + i] - mean;
            sums[i] += difference * difference;
        }
    }

    /// Σ dy · x̂, with x̂ = (x − mean − rest) · scale.
    double dot(Tensor gradient, Tensor x, int channel, float mean, float rest, float scale) {
        Arrays.fill(sums, 0);
        for (int sample = 0; sample < samples; sample++) {
            addProducts(gradient.data(), x.data(), start(sample, channel), mean, rest, scale, sums);
        }
        return sum();
    }

    private static void addProducts(float[] gradient, float[] x, int start, float mean, float rest, float scale, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (double) gradient[start + i] * (((x[start + i] - mean) - rest) * scale);
        }
    }

    /// result = gamma · x̂ + beta, with x̂ = (x − mean − rest) · scale.
    void normalize(Tensor x, int channel, float mean, float rest, float scale, float gamma, float beta, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            normalize(x.data(), start(sample, channel), run, mean, rest, scale, gamma, beta, result.data());
        }
    }

    private static void normalize(
            float[] x, int start, int run, float mean, float rest, float scale, float gamma, float beta, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = gamma * (((x[i] - mean) - rest) * scale) + beta;
        }
    }

    /// result = factor · (dy − dot · x̂ − sum), with x̂ = (x − mean − rest) · scale.
    void back(Tensor gradient, Tensor x, int channel, float mean, float rest, float scale, float factor, float dot, float sum, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            back(gradient.data(), x.data(), start(sample, channel), run, mean, rest, scale, factor, dot, sum, result.data());
        }
    }

    private static void back(float[] gradient, float[] x, int start, int run, float mean, float rest, float scale, float factor, float dot,
            float sum, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = factor * (gradient[i] - dot * (((x[i] - mean) - rest) * scale) - sum);
        }
    }
}
