package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.ojalgo.matrix.store.R032Store;

/// The three products, each as ojAlgo's one product of two `R032Store`s: it is the only one of its routes that skips no
/// zeros (0 · NaN stays NaN; the route for a transposed view on the right does skip) and makes no copy by itself. An operand
/// that must be transposed is copied into the scratch of these kernels first.
///
/// Shapes without elements are answered here, for ojAlgo divides by their lengths.
final class OjalgoKernels implements Kernels {
    private final Scratch transposes = new Scratch();
    private final Scratch products = new Scratch();

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        multiply(a.data(), b.data(), b.columns(), a.columns(), result.data());
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        multiply(a.data(), transpose(b), b.rows(), a.columns(), result.data());
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        float[] product = products.take(sum.elements());
        multiply(transpose(a), b.data(), b.columns(), a.rows(), product);
        add(product, sum.data());
    }

    /// to = a · b in row-major order, where b has `columns` columns and `inner` rows.
    private static void multiply(float[] a, float[] b, int columns, int inner, float[] to) {
        if (to.length == 0 || inner == 0) {
            Arrays.fill(to, 0);
            return;
        }
        R032Store.wrap(to, columns).fillByMultiplying(R032Store.wrap(b, columns), R032Store.wrap(a, inner));
    }

    private float[] transpose(Tensor matrix) {
        float[] transposed = transposes.take(matrix.elements());
        Transpose.copy(matrix.data(), matrix.rows(), matrix.columns(), transposed);
        return transposed;
    }

    private static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
