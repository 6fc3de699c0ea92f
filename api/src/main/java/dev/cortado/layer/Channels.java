package dev.cortado.layer;

import dev.cortado.tensor.Tensor;

/// The channels of a batch, its second axis: each is a run of neighbouring numbers in every sample. Sums are taken in float64,
/// sample by sample.
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
            int start = start(sample, channel);
            for (int i = start; i < start + run; i++) {
                total += x.data()[i];
            }
        }
        return total;
    }

    double mean(Tensor x, int channel) {
        return sum(x, channel) / size();
    }

    /// The biased one.
    double variance(Tensor x, int channel, double mean) {
        double total = 0;
        for (int sample = 0; sample < samples; sample++) {
            int start = start(sample, channel);
            for (int i = start; i < start + run; i++) {
                double difference = x.data()[i] - mean;
                total += difference * difference;
            }
        }
        return total / size();
    }

    double dot(Tensor a, Tensor b, int channel) {
        double total = 0;
        for (int sample = 0; sample < samples; sample++) {
            int start = start(sample, channel);
            for (int i = start; i < start + run; i++) {
                total += (double) a.data()[i] * b.data()[i];
            }
        }
        return total;
    }

    /// result = factor · x + shift.
    void line(Tensor x, int channel, double factor, double shift, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            int start = start(sample, channel);
            for (int i = start; i < start + run; i++) {
                result.data()[i] = (float) (factor * x.data()[i] + shift);
            }
        }
    }

    /// result = factor · a + second · b + shift.
    void plane(Tensor a, Tensor b, int channel, double factor, double second, double shift, Tensor result) {
        for (int sample = 0; sample < samples; sample++) {
            int start = start(sample, channel);
            for (int i = start; i < start + run; i++) {
                result.data()[i] = (float) (factor * a.data()[i] + second * b.data()[i] + shift);
            }
        }
    }
}
