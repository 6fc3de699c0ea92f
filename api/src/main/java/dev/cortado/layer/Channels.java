package dev.cortado.layer;

import dev.cortado.tensor.Tensor;

/// The channels of a batch, its second axis: each is a run of neighbouring numbers in every sample. Sums are taken in float64, a
/// run in four strands that are then joined, sample by sample.
///
/// @param samples how many samples there are
/// @param count how many channels each has
/// @param run how many numbers each channel has in a sample
record Channels(int samples, int count, int run) {
    static Channels of(Tensor batch) {
        int count = batch.shape().length(1);
        return new Channels(batch.rows(), count, batch.columns() / count);
    }

    /// How many numbers there are in one channel.
    int size() {
        return samples * run;
    }

    private int start(int sample, int channel) {
        return (sample * count + channel) * run;
    }

    double sum(Tensor x, int channel) {
        double total = 0;
        for (int sample = 0; sample < samples; sample++) {
            total += sum(x.data(), start(sample, channel), run);
        }
        return total;
    }

    private static double sum(float[] x, int start, int run) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i <= run - 4; i += 4) {
            s0 += x[start + i];
            s1 += x[start + i + 1];
            s2 += x[start + i + 2];
            s3 += x[start + i + 3];
        }
        for (; i < run; i++) {
            s0 += x[start + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    double mean(Tensor x, int channel) {
        return sum(x, channel) / size();
    }

    /// The biased one.
    double variance(Tensor x, int channel, double mean) {
        double total = 0;
        for (int sample = 0; sample < samples; sample++) {
            total += squares(x.data(), start(sample, channel), run, mean);
        }
        return total / size();
    }

    private static double squares(float[] x, int start, int run, double mean) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i <= run - 4; i += 4) {
            s0 += (x[start + i] - mean) * (x[start + i] - mean);
            s1 += (x[start + i + 1] - mean) * (x[start + i + 1] - mean);
            s2 += (x[start + i + 2] - mean) * (x[start + i + 2] - mean);
            s3 += (x[start + i + 3] - mean) * (x[start + i + 3] - mean);
        }
        for (; i < run; i++) {
            s0 += (x[start + i] - mean) * (x[start + i] - mean);
        }
        return (s0 + s1) + (s2 + s3);
    }

    double dot(Tensor a, Tensor b, int channel) {
        double total = 0;
        for (int sample = 0; sample < samples; sample++) {
            total += dot(a.data(), b.data(), start(sample, channel), run);
        }
        return total;
    }

    private static double dot(float[] a, float[] b, int start, int run) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i <= run - 4; i += 4) {
            s0 += (double) a[start + i] * b[start + i];
            s1 += (double) a[start + i + 1] * b[start + i + 1];
            s2 += (double) a[start + i + 2] * b[start + i + 2];
            s3 += (double) a[start + i + 3] * b[start + i + 3];
        }
        for (; i < run; i++) {
            s0 += (double) a[start + i] * b[start + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// result = (x − shift) · factor.
    void normalize(Tensor x, int channel, float shift, float factor, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            normalize(x.data(), start(sample, channel), run, shift, factor, result.data());
        }
    }

    private static void normalize(float[] x, int start, int run, float shift, float factor, float[] result) {
        for (int i = start; i < start + run; i++) {
            result[i] = (x[i] - shift) * factor;
        }
    }

    /// result = factor · x + shift.
    void line(Tensor x, int channel, float factor, float shift, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            line(x.data(), start(sample, channel), run, factor, shift, result.data());
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
