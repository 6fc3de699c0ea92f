package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.network.Network;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Whether probabilities mean what they say: of the samples given a class with about this probability, what part belongs to
/// it. A calibrated network has both alike in every bin (DeGroot and Fienberg, 1983).
///
/// @param bins those of equal widths between 0 and 1 that have samples, in order
public record CalibrationCurve(List<Bin> bins) {
    /// A curve.
    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /// The samples whose probability lies in one range; its lower end is left out.
    ///
    /// @param predicted their mean probability
    /// @param observed the part of them that belongs to the class
    /// @param samples how many they are
    public record Bin(double predicted, double observed, long samples) {
    }

    /// The curve of a class of a data set by a network's predictions, batch by batch.
    ///
    /// @param label the class; of a single column, 1
    /// @param bins how many ranges of probability there are
    /// @throws IllegalArgumentException if there is no such class, no bin or no sample, samples do not fit the network, or a prediction is no
    ///     probability
    public static CalibrationCurve of(Network network, Dataset dataset, int label, int bins) {
        return Evaluation.feed(new Binning(RocCurve.column(dataset, label), bins), network, dataset).curve();
    }

    /// The curve of probabilities, each of a sample that belongs to the class or not.
    public static CalibrationCurve of(float[] probabilities, boolean[] positive, int bins) {
        if (probabilities.length != positive.length) {
            throw new IllegalArgumentException(
                    "There are %d probabilities and %d labels".formatted(probabilities.length, positive.length));
        }
        Binning binning = new Binning(0, bins);
        for (int i = 0; i < probabilities.length; i++) {
            binning.add(probabilities[i], positive[i]);
        }
        return binning.curve();
    }

    /// The expected calibration error: the mean distance of both, each bin counting as many samples as it has
    /// (Naeini, Cooper and Hauskrecht, 2015).
    public double error() {
        double sum = 0;
        long samples = 0;
        for (Bin bin : bins) {
            sum += bin.samples * Math.abs(bin.predicted - bin.observed);
            samples += bin.samples;
        }
        return sum / samples;
    }

    /// For each bin the sum of the probabilities, the positives and all samples.
    private static final class Binning implements Metric.Total {
        private final int column;
        private final double[] sums;
        private final long[] positives;
        private final long[] samples;

        Binning(int column, int bins) {
            if (bins < 1) {
                throw new IllegalArgumentException("A calibration curve needs at least one bin, not " + bins);
            }
            this.column = column;
            this.sums = new double[bins];
            this.positives = new long[bins];
            this.samples = new long[bins];
        }

        @Override
        public void add(Tensor prediction, Tensor target) {
            for (int i = column; i < target.elements(); i += target.columns()) {
                add(prediction.data()[i], target.data()[i] > 0.5f);
            }
        }

        void add(double probability, boolean positive) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability lies between 0 and 1, and is not " + probability);
            }
            int bin = Math.max(0, (int) Math.ceil(probability * sums.length) - 1);
            sums[bin] += probability;
            positives[bin] += positive ? 1 : 0;
            samples[bin]++;
        }

        CalibrationCurve curve() {
            List<Bin> filled = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                if (samples[i] > 0) {
                    filled.add(new Bin(sums[i] / samples[i], (double) positives[i] / samples[i], samples[i]));
                }
            }
            return new CalibrationCurve(filled);
        }

        @Override
        public double value() {
            return curve().error();
        }
    }
}
