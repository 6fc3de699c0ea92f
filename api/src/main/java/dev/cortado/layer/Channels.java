package dev.cortado.layer;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The channels of a batch, its second axis: each is a run of neighbouring numbers in every sample. Sums are taken in float64,
/// of each place in the run over the samples, then over the run: so the inner loops have no sum to wait for, and the compiler
/// makes vector code of them.
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

    double dot(Tensor a, Tensor b, int channel) {
        Arrays.fill(sums, 0);
        for (int sample = 0; sample < samples; sample++) {
            addProducts(a.data(), b.data(), start(sample, channel), sums);
        }
        return sum();
    }

    private static void addProducts(float[] a, float[] b, int start, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (double) a[start + i] * b[start + i];
        }
    }

    /// normalized = (x − mean) · scale, result = gamma · normalized + beta.
    void normalize(Tensor x, int channel, float mean, float scale, Tensor normalized, float gamma, float beta, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            int start = start(sample, channel);
            normalize(x.data(), start, run, mean, scale, normalized.data());
            line(normalized.data(), start, run, gamma, beta, result.data());
        }
    }

    private static void normalize(float[] x, int start, int run, float shift, float factor, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = (x[i] - shift) * factor;
        }
    }

    private static void line(float[] x, int start, int run, float factor, float shift, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = factor * x[i] + shift;
        }
    }

    /// result = factor · (a − second · b − shift).
    void plane(Tensor a, Tensor b, int channel, float factor, float second, float shift, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            plane(a.data(), b.data(), start(sample, channel), run, factor, second, shift, result.data());
        }
    }

    private static void plane(
            float[] a, float[] b, int start, int run, float factor, float second, float shift, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = factor * (a[i] - second * b[i] - shift);
        }
    }
}
