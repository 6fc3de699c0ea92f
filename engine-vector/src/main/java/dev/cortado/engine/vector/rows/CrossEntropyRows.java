package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Softmax and cross-entropy in one walk over the rows, loss and gradient from the same exponentials.
///
/// With d the row less its maximum and t′ the smoothed target: loss = s · (Σt′ · log Σeᵈ − Σt′d), gradient = s · (Σt′ · eᵈ / Σeᵈ − t′). The gradient's own memory holds d,
/// then eᵈ, then the gradient, so that it may be the logits themselves. Members take rows of a large batch.
public final class CrossEntropyRows {
    /// An element takes as long as so many of a pass with few operations, by which a team judges what is worth sharing.
    private static final int EFFORT = 16;

    private final Team team;
    private final Exponentials exponentials;
    private final Share share = this::run;
    private double[] mass = {};
    private double[] dot = {};

    // The batch at hand.
    private Tensor logits = Tensor.of(Shape.of(0));
    private Tensor target = logits;
    private Tensor scale = logits;
    private double smoothing;
    private Tensor losses = logits;
    private Tensor gradient = logits;

    /// @param patience how much work is done without vectors, in tenths of a nanosecond, before it is worth writing the first vector code
    /// @param team who shares long work
    public CrossEntropyRows(long patience, Team team) {
        this.team = team;
        exponentials = new Exponentials(patience, team);
    }

    /// The losses of all rows and the gradient; see [dev.cortado.engine.Kernels#crossEntropy].
    public void run(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        take(logits, target, scale, smoothing, losses, gradient);
        exponentials.begin(gradient);
        team.run(share, team.sharesElements((long) logits.elements() * EFFORT));
    }

    private void take(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        this.logits = logits;
        this.target = target;
        this.scale = scale;
        this.smoothing = smoothing;
        this.losses = losses;
        this.gradient = gradient;
        if (mass.length < logits.rows()) {
            mass = new double[logits.rows()];
            dot = new double[logits.rows()];
        }
    }

    private void run(int member) {
        run(member, team.bound(member, logits.rows()), team.bound(member + 1, logits.rows()));
    }

    private void run(int member, int from, int to) {
        int block = Exponentials.rowsTogether(logits);
        for (int first = from; first < to; first += block) {
            int end = Math.min(first + block, to);
            shiftRows(first, end);
            exponentials.replace(member, first, end);
            finishRows(first, end);
        }
    }

    // The loops over rows are in methods of their own, or else the compiler takes all of this at once, formula and all, and twice: 50 ms of a short training.

    private void shiftRows(int first, int end) {
        int columns = logits.columns();
        for (int row = first; row < end; row++) {
            shift(logits.data(), target.data(), gradient.data(), row * columns, columns, row);
        }
    }

    private void finishRows(int first, int end) {
        int columns = gradient.columns();
        for (int row = first; row < end; row++) {
            losses.data()[row] = finish(target.data(), scale.data()[row], gradient.data(), row * columns, columns, row);
        }
    }

    private void shift(float[] z, float[] t, float[] d, int start, int columns, int row) {
        float max = Strands.max(z, start, start + columns);
        double spread = smoothing / columns;
        double sum = 0;
        double product = 0;
        for (int i = start; i < start + columns; i++) {
            double wanted = wanted(t[i], spread);
            float difference = z[i] - max;
            d[i] = difference;
            sum += wanted;
            product += wanted * difference;
        }
        mass[row] = sum;
        dot[row] = Double.isNaN(product) ? dotOfWanted(t, d, start, columns) : product;
    }

    /// Where nothing is wanted even an infinite difference counts nothing. (To ask for each element would take a third of the walk, since nobody foresees where a row has its one.)
    private double dotOfWanted(float[] t, float[] d, int start, int columns) {
        double spread = smoothing / columns;
        double product = 0;
        for (int i = start; i < start + columns; i++) {
            double wanted = wanted(t[i], spread);
            product += wanted == 0 ? 0 : wanted * d[i];
        }
        return product;
    }

    /// A target with some of it spread evenly over all columns.
    private double wanted(float t, double spread) {
        return (1 - smoothing) * t + spread;
    }

    private float finish(float[] t, float scale, float[] e, int start, int columns, int row) {
        double sum = Strands.sum(e, start, start + columns);
        double factor = mass[row] / sum;
        double spread = smoothing / columns;
        for (int i = start; i < start + columns; i++) {
            e[i] = (float) (scale * (factor * e[i] - wanted(t[i], spread)));
        }
        return (float) (scale * (mass[row] * Math.log(sum) - dot[row]));
    }
}
