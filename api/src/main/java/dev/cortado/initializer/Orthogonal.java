package dev.cortado.initializer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;

/// A matrix that turns and mirrors but neither stretches nor shrinks: its columns, or with more columns than rows its rows, have
/// length 1 and stand at right angles; all such matrices are equally likely (Saxe, McClelland and Ganguli, *Exact solutions to
/// the nonlinear dynamics of learning in deep linear neural networks*, 2014).
///
/// A tensor of more axes is taken as a matrix of its first axis by all others, a convolution's filters as its rows. It takes
/// time like rows · columns · the smaller of both.
///
/// @param gain what all is multiplied with, √2 for ReLU layers
public record Orthogonal(@Setting(above = 0) double gain) implements Initializer {
    /// With gain 1.
    public Orthogonal() {
        this(1);
    }

    /// Always fails: no element stands for itself.
    ///
    /// @throws UnsupportedOperationException always
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        throw new UnsupportedOperationException("orthogonal has no value for a single element; use fill");
    }

    @Override
    public void fill(Tensor tensor, int fanIn, int fanOut, Randomness randomness) {
        int rows = tensor.rows();
        int columns = tensor.columns();
        boolean tall = rows >= columns;
        double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), randomness);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                tensor.data()[r * columns + c] = (float) (gain * (tall ? vectors[c][r] : vectors[r][c]));
            }
        }
    }

    /// Gram and Schmidt's method, modified: each vector of random numbers is freed from those before it, one after the other.
    private static double[][] orthonormal(int count, int length, Randomness randomness) {
        double[][] vectors = new double[count][length];
        for (int v = 0; v < count; v++) {
            for (int i = 0; i < length; i++) {
                vectors[v][i] = randomness.normal((long) v * length + i);
            }
            for (int before = 0; before < v; before++) {
                add(-dot(vectors[v], vectors[before]), vectors[before], vectors[v]);
            }
            scale(vectors[v], 1 / Math.sqrt(dot(vectors[v], vectors[v])));
        }
        return vectors;
    }

    /// Four sums side by side, as an addition takes the time of four to finish.
    private static double dot(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    private static void add(double factor, double[] x, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
