package dev.cortado.engine;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The three products as loops that read as the definition does, ordered so that the innermost runs along rows.
final class PlainKernels implements Kernels {
    private static final float[] NO_SCALARS = {};

    private final Tensor[] productAndRow = new Tensor[2];
    private final Tensor[] product = new Tensor[1];

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        Arrays.fill(result.data(), 0);
        int n = b.columns();
        int k = a.columns();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < k; j++) {
                addScaledRow(a.data()[i * k + j], b.data(), j * n, result.data(), i * n, n);
            }
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        multiply(a, b, result);
        productAndRow[0] = result;
        productAndRow[1] = row;
        product[0] = result;
        formula.run(productAndRow, NO_SCALARS, product);
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        int m = a.columns();
        int n = b.columns();
        for (int j = 0; j < a.rows(); j++) {
            for (int i = 0; i < m; i++) {
                addScaledRow(a.data()[j * m + i], b.data(), j * n, sum.data(), i * n, n);
            }
        }
    }

    private static void addScaledRow(float factor, float[] from, int fromStart, float[] to, int toStart, int length) {
        for (int i = 0; i < length; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        int k = a.columns();
        int n = b.rows();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < n; j++) {
                result.data()[i * n + j] = dot(a.data(), i * k, b.data(), j * k, k);
            }
        }
    }

    private static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[aStart + i] * b[bStart + i];
        }
        return sum;
    }
}
